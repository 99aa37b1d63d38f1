// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/finding.h"

namespace ffp {
namespace {

using enum Finding;
using enum FindingSeverity;
using enum FindingScope;

/// In the order of `Finding`.
constexpr FindingDef kDefs[] = {
    {MissingId, "missing_id", Error, Row, "V-08"},
    {IdCheckDigit, "id_check_digit", Error, Row, "V-01"},
    {IdLength, "id_17_characters", Error, Row, "V-08"},
    {IdWithText, "id_with_text", Error, Row, "V-08"},
    {IdMasked, "id_masked", Error, Row, "V-08"},
    {IdInScientificNotation, "id_in_scientific_notation", Error, Row, "T-03"},
    {IdImpossibleBirthDate, "id_impossible_birth_date", Error, Row, "V-03"},
    {IdBirthDateInFuture, "id_birth_date_in_future", Error, Row, "V-03"},
    {IdBirthDateTooOld, "id_age_over_120", Error, Row, "V-03"},
    {Id15Digits, "id_15_digits", Warning, Row, "V-04"},
    {IdPlaceholder, "id_placeholder_999999", Warning, Row, "V-05"},
    {CertificateBadCategory, "certificate_bad_category", Warning, Row, "V-06"},
    {CertificateBadGrade, "certificate_bad_grade", Warning, Row, "V-06"},
    {IdLowercaseX, "id_lowercase_x", Info, Row, "V-01"},
    {IdFullWidth, "fullwidth_digits_id", Info, Row, "T-15"},
    {IdSpaces, "spaces_in_id", Info, Row, "T-15"},
    {IdNoBreakSpace, "nbsp_in_id", Info, Row, "T-15"},
    {IdZeroWidth, "zero_width_char_in_id", Info, Row, "T-15"},
    {IdApostrophe, "leading_apostrophe_id", Info, Row, "T-03"},
    {MissingName, "missing_name", Error, Row, "V-17"},
    {DamagedName, "damaged_name", Warning, Row, "T-18"},
    {NameOuterSpaces, "trailing_spaces_name", Info, Row, "V-17"},
    {NameInnerSpaces, "inner_ideographic_space_name", Info, Row, "V-17"},
    {NameZeroWidth, "zero_width_char_in_name", Info, Row, "V-17"},
    {PhoneForm, "phone_10_digits", Warning, Row, "V-11"},
    {PhoneLandline, "phone_landline", Warning, Row, "V-11"},
    {PhoneFullWidth, "fullwidth_digits_phone", Info, Row, "T-15"},
    {PhoneSeparators, "separators_in_phone", Info, Row, "V-11"},
    {BankAccountForm, "bank_account_form", Warning, Row, "V-12"},
    {TextInNumber, "text_in_number", Warning, Row, "T-03"},
    {YearWithSuffix, "text_in_number", Info, Row, "T-15"},
    {ThousandsSeparator, "thousands_separator", Info, Row, "V-15"},
    {DecimalsRounded, "decimals_rounded", Info, Row, "V-15"},
    {DigitsLost, "number_digits_lost", Error, Row, "T-03"},
    {NumberWithDotZero, "household_number_with_dot_zero", Info, Row, "T-03"},
    {NotADate, "not_a_date", Warning, Row, "V-14"},
    {ImpossibleDate, "impossible_date", Warning, Row, "V-14"},
    {ImpossibleMonth, "impossible_month", Warning, Row, "V-14"},
    {AmbiguousDate, "ambiguous_date", Warning, Row, "V-14"},
    {OnlyMonth, "date_without_day", Warning, Row, "V-14"},
    {DateFormatVariant, "date_format_variant", Info, Row, "V-14"},
    {UnknownCodeLabel, "unknown_code_label", Warning, Row, "T-10"},
    {CodeLabelSynonym, "code_label_synonym", Info, Row, "T-10"},
    {ClassNameOf2020, "class_name_of_2020", Info, Household, "CL-18"},
    {YesNoVariant, "yes_no_variant", Warning, Row, "T-16"},
    {FormulaLikeText, "formula_injection_text", Warning, Row, "T-15"},
    {EducationAndSchoolBoth, "education_and_school_both", Warning, Row, "V-18, DQ-301"},
    {EducationAndSchoolBothEmpty, "education_and_school_both_empty", Warning, Row, "V-18, DQ-301"},
    {PreschoolAt7OrMore, "preschool_at_7_or_more", Warning, Row, "DQ-303"},
    {GradeAgeMismatch, "grade_age_mismatch", Warning, Row, "DQ-302"},
    {LabourUnder16, "labour_under_16", Warning, Row, "DQ-401"},
    {LabourOver60, "labour_over_60", Warning, Row, "DQ-402"},
    {StudentWithLabour, "student_with_labour", Warning, Row, "DQ-403"},
    {WorkWithoutLabour, "work_without_labour", Warning, Row, "DQ-405"},
    {MonthsOver12, "months_over_12", Warning, Row, "V-13, DQ-501"},
    {MonthsNegative, "months_negative", Warning, Row, "V-13, DQ-501"},
    {HealthContradiction, "health_contradiction", Warning, Row, "V-19, DQ-407"},
    {SexConflictsWithRelation, "sex_from_id_conflicts_with_relation", Warning, Row, "DQ-204"},
    {SexDiffersFromId, "sex_differs_from_id", Warning, Row, "DQ-104"},
    {BirthDateDiffersFromId, "birth_date_differs_from_id", Warning, Row, "DQ-104"},
    {HouseholdTwoHeads, "household_two_heads", Error, Household, "DQ-201"},
    {HouseholdNoHead, "household_no_head", Error, Household, "DQ-201"},
    {HouseholdTwoSpouses, "household_two_spouses", Warning, Household, "DQ-202"},
    {SpouseSameSex, "spouse_same_sex", Warning, Household, "DQ-203"},
    {MemberCountMismatch, "member_count_mismatch", Warning, Household, "DQ-207"},
    {MemberCountInconsistent, "member_count_inconsistent", Warning, Household, "T-12"},
    {HouseholdInTwoVillages, "household_in_two_villages", Warning, Household, "T-19"},
    {IdDuplicateInHousehold, "id_duplicate_in_household", Error, Row, "DQ-107"},
    {IdDuplicateTwoHouseholds, "id_duplicate_two_households", Error, Row, "DQ-210"},
    {PhoneSharedByTwoHouseholds, "phone_shared_by_two_households", Warning, Household, "DQ-603"},
    {CategoryConflict, "category_conflict", Warning, Household, "HV-04"},
    {MonitoredWithoutClass, "monitored_without_class", Error, Household, "DQ-901"},
    {MonitoredWithoutMonth, "monitored_without_identification_month", Warning, Household, "DQ-901"},
    {MonthInFuture, "month_in_future", Warning, Household, "DQ-114"},
    {RemovedWithoutDate, "removed_without_date", Warning, Household, "DQ-902"},
    {RemovalBeforeIdentification, "removal_before_identification", Warning, Household, "DQ-114"},
    {RemovedTooFast, "removed_too_fast", Warning, Household, "DQ-911"},
    {CausesRepeated, "causes_repeated", Warning, Household, "V-20"},
    {RisksRepeated, "risks_repeated", Warning, Household, "V-20"},
    {SumMismatch, "sum_mismatch", Warning, Row, "DQ-707"},
    {ProductionIncomeWithoutCost, "production_income_without_cost", Warning, Row, "DQ-701"},
    {AllowanceTooSmall, "allowance_too_small", Warning, Row, "DQ-703"},
    {EcoPaymentWithoutLand, "eco_payment_without_land", Warning, Row, "DQ-705"},
    {ReturnedLandExceedsForest, "returned_land_exceeds_forest", Warning, Row, "DQ-706"},
    {DistanceOver5Km, "distance_over_5km", Warning, Row, "DQ-804"},
    {NegativeArea, "negative_area", Warning, Row, "DQ-801"},
    {NegativeIncome, "negative_income", Warning, Row, "V-15"},
    {EndBeforeBegin, "end_before_begin", Warning, Row, "DQ-114"},
    {TestsContradictConclusion, "tests_contradict_conclusion", Warning, Row, "CL-33"},
};

consteval bool inEnumOrder()
{
    for (size_t i = 0; i < std::size(kDefs); ++i)
        if (static_cast<size_t>(kDefs[i].finding) != i)
            return false;
    return true;
}
static_assert(inEnumOrder());

} // namespace

std::span<const FindingDef> findingDefs()
{
    return kDefs;
}

const FindingDef &findingDef(Finding finding)
{
    return kDefs[static_cast<size_t>(finding)];
}

} // namespace ffp
