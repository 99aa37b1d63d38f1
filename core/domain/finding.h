// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace ffp {

/// What happens to a row now (cli.md): error = held, warning = loaded and listed, info = put right.
/// Not to be mixed up with the levels E/W/H of the quality rules (domain.md §15).
enum class FindingSeverity { Info, Warning, Error };

/// What an error holds and what a finding is counted for.
enum class FindingScope { Row, Household };

/// Everything that the pure rules of core/domain can find; closed. Rules that need a file or the register
/// (hidden rows, unknown households …) have their kinds where they are.
enum class Finding : quint8 {
    // Identity and certificate numbers, V-01 … V-08
    MissingId,
    IdCheckDigit,
    IdLength,
    IdWithText,
    IdMasked,
    IdInScientificNotation,
    IdImpossibleBirthDate,
    IdBirthDateInFuture,
    IdBirthDateTooOld,
    Id15Digits,
    IdPlaceholder,
    CertificateBadCategory,
    CertificateBadGrade,
    IdLowercaseX,
    IdFullWidth,
    IdSpaces,
    IdNoBreakSpace,
    IdZeroWidth,
    IdApostrophe,
    // Names, V-17
    MissingName,
    DamagedName,
    NameOuterSpaces,
    NameInnerSpaces,
    NameZeroWidth,
    // Phones and accounts, V-11, V-12
    PhoneForm,
    PhoneLandline,
    PhoneFullWidth,
    PhoneSeparators,
    BankAccountForm,
    // Numbers, dates and words in cells, V-13 … V-15
    TextInNumber,
    YearWithSuffix,
    ThousandsSeparator,
    DecimalsRounded,
    DigitsLost,
    NumberWithDotZero,
    NotADate,
    ImpossibleDate,
    ImpossibleMonth,
    AmbiguousDate,
    OnlyMonth,
    DateFormatVariant,
    UnknownCodeLabel,
    CodeLabelSynonym,
    ClassNameOf2020,
    YesNoVariant,
    FormulaLikeText,
    // Member, V-13, V-16, V-18, V-19
    EducationAndSchoolBoth,
    EducationAndSchoolBothEmpty,
    PreschoolAt7OrMore,
    GradeAgeMismatch,
    LabourUnder16,
    LabourOver60,
    StudentWithLabour,
    WorkWithoutLabour,
    MonthsOver12,
    MonthsNegative,
    HealthContradiction,
    SexConflictsWithRelation,
    SexDiffersFromId,
    BirthDateDiffersFromId,
    // Household
    HouseholdTwoHeads,
    HouseholdNoHead,
    HouseholdTwoSpouses,
    SpouseSameSex,
    MemberCountMismatch,
    MemberCountInconsistent,
    HouseholdInTwoVillages,
    IdDuplicateInHousehold,
    IdDuplicateTwoHouseholds,
    PhoneSharedByTwoHouseholds,
    // Monitoring
    CategoryConflict,
    MonitoredWithoutClass,
    MonitoredWithoutMonth,
    MonthInFuture,
    RemovedWithoutDate,
    RemovalBeforeIdentification,
    RemovedTooFast,
    CausesRepeated,
    RisksRepeated,
    // Household sheet of the year
    SumMismatch,
    ProductionIncomeWithoutCost,
    AllowanceTooSmall,
    EcoPaymentWithoutLand,
    ReturnedLandExceedsForest,
    DistanceOver5Km,
    NegativeArea,
    NegativeIncome,
    // Courses and conclusions of one record
    EndBeforeBegin,
    TestsContradictConclusion,
};

struct FindingDef {
    Finding finding;
    const char *kind; ///< stable ASCII name in reports and JSON
    FindingSeverity severity;
    FindingScope scope;
    const char *rule; ///< rule of domain.md that it rests on
};

std::span<const FindingDef> findingDefs();
const FindingDef &findingDef(Finding finding);

} // namespace ffp
