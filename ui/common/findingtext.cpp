// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/findingtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ffp::ui {
namespace {

struct KindText {
    const char *kind;
    const char *text;
};

/// Every kind of finding the import can report, with the sentence that says what to do.
constexpr KindText kTexts[] = {
    {"id_check_digit",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The check digit of the ID number is wrong; please compare with the certificate and import the row again.")},
    {"id_lowercase_x",
     QT_TRANSLATE_NOOP("FindingText", "The lower-case x of the ID number was stored as X.")},
    {"id_15_digits",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The old 15-digit number was upgraded to 18 digits; please confirm it at the next visit.")},
    {"certificate_bad_category",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The disability category digit must be 1 to 7; the person was loaded with the 18-digit number, please check the certificate.")},
    {"certificate_bad_grade",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The disability grade digit must be 1 to 4; the person was loaded with the 18-digit number, please check the certificate.")},
    {"id_duplicate_two_households",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The same ID number stands in two households; both rows are held, please decide where the person belongs.")},
    {"id_duplicate_in_household",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Two members of one household have the same ID number; both rows are held, please check the certificates.")},
    {"id_in_both_lists",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number is already in another household of the register; the row is held, please decide where the person belongs.")},
    {"household_two_heads",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The household has more than one head; it is held as a whole, please mark exactly one head and import it again.")},
    {"household_no_head",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The household has no head; it is held as a whole, please mark one head and import it again.")},
    {"member_count_mismatch",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The stated number of persons differs from the member rows; please check who is missing or too many.")},
    {"member_count_inconsistent",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The stated number of persons differs between rows of one household; please check it.")},
    {"id_impossible_birth_date",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number holds a date that does not exist; please compare with the certificate and import the row again.")},
    {"id_birth_date_in_future",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The birth date in the ID number lies in the future; please compare with the certificate and import the row again.")},
    {"id_17_characters",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number has a wrong length; please compare with the certificate and import the row again.")},
    {"id_with_text",
     QT_TRANSLATE_NOOP("FindingText",
                       "The ID number holds other characters; please correct it and import the row again.")},
    {"id_stored_as_number",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number was stored as a number and lost its last digits; please type it as text and import the row again.")},
    {"id_in_scientific_notation",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number is in scientific notation and lost its digits; please type it as text and import the row again.")},
    {"id_placeholder_999999",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The person has no certificate number yet; loaded under a temporary key, please add the number when there is one.")},
    {"missing_name",
     QT_TRANSLATE_NOOP("FindingText", "The name is missing; please add it and import the row again.")},
    {"missing_household_number",
     QT_TRANSLATE_NOOP("FindingText",
                       "The household number is missing; please add it and import the row again.")},
    {"missing_id",
     QT_TRANSLATE_NOOP("FindingText", "The ID number is missing; please add it and import the row again.")},
    {"unknown_village",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The village is not in the division table of this township; please pick the right village and import the row again.")},
    {"ambiguous_village",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Several villages have this name; please add the township, or say once which village is meant, and import the row again.")},
    {"village_name_variant",
     QT_TRANSLATE_NOOP("FindingText", "Another spelling of the village name was recognised.")},
    {"village_trailing_ideographic_space",
     QT_TRANSLATE_NOOP("FindingText", "Blanks around the village name were removed.")},
    {"household_in_two_villages",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Rows of one household name two villages; loaded under the head's village, please check it.")},
    {"text_in_number",
     QT_TRANSLATE_NOOP("FindingText",
                       "The cell is not a plain number; the value was left empty, please type the number.")},
    {"thousands_separator", QT_TRANSLATE_NOOP("FindingText", "The thousands separator was read.")},
    {"fullwidth_digits_id",
     QT_TRANSLATE_NOOP("FindingText", "Full-width digits of the ID number were made half-width.")},
    {"fullwidth_digits_phone",
     QT_TRANSLATE_NOOP("FindingText", "Full-width digits of the phone number were made half-width.")},
    {"trailing_spaces_name", QT_TRANSLATE_NOOP("FindingText", "Blanks around the name were removed.")},
    {"inner_ideographic_space_name",
     QT_TRANSLATE_NOOP("FindingText", "The wide blank inside the name was removed.")},
    {"spaces_in_id", QT_TRANSLATE_NOOP("FindingText", "Blanks in the ID number were removed.")},
    {"nbsp_in_id", QT_TRANSLATE_NOOP("FindingText", "A non-breaking blank in the ID number was removed.")},
    {"zero_width_char_in_name",
     QT_TRANSLATE_NOOP("FindingText", "An invisible character in the name was removed.")},
    {"leading_apostrophe_id",
     QT_TRANSLATE_NOOP("FindingText", "The apostrophe before the ID number was removed.")},
    {"household_number_stored_as_number",
     QT_TRANSLATE_NOOP("FindingText", "The household number stood in a numeric cell and was read as text.")},
    {"household_number_with_dot_zero",
     QT_TRANSLATE_NOOP("FindingText", "The \".0\" behind the household number was removed.")},
    {"formula_injection_text",
     QT_TRANSLATE_NOOP("FindingText",
                       "The text looks like a formula; it was loaded as plain text and is never computed.")},
    {"negative_income",
     QT_TRANSLATE_NOOP("FindingText", "The income is negative; please check whether it is a loss.")},
    {"yyyymm_as_number", QT_TRANSLATE_NOOP("FindingText", "The number was read as a month.")},
    {"impossible_month",
     QT_TRANSLATE_NOOP("FindingText",
                       "The month does not exist; the value was left empty, please fill it in.")},
    {"month_in_future",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The month lies after the date of the data; the value was left empty, please fill it in.")},
    {"date_format_variant", QT_TRANSLATE_NOOP("FindingText", "Another way of writing the date was read.")},
    {"removal_before_identification",
     QT_TRANSLATE_NOOP("FindingText",
                       "The risk was removed before it was identified; please check both months.")},
    {"removed_without_date",
     QT_TRANSLATE_NOOP("FindingText", "Marked as removed but without a month; please fill it in.")},
    {"removed_too_fast",
     QT_TRANSLATE_NOOP("FindingText",
                       "Less than six months lie between identification and removal; please check it.")},
    {"category_conflict",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The monitoring class does not fit the household type; it is not counted until somebody decides, please check it.")},
    {"education_and_school_both",
     QT_TRANSLATE_NOOP("FindingText",
                       "Education and school attendance are both filled; please keep exactly one.")},
    {"education_and_school_both_empty",
     QT_TRANSLATE_NOOP("FindingText",
                       "Education and school attendance are both empty; please fill exactly one.")},
    {"labour_under_16",
     QT_TRANSLATE_NOOP("FindingText",
                       "A person under 16 is marked as labour; please check the labour ability.")},
    {"student_with_labour",
     QT_TRANSLATE_NOOP("FindingText",
                       "A pupil or student is marked as labour; please check the labour ability.")},
    {"labour_over_60",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A person of 60 or more is marked as full or skilled labour; please check the labour ability.")},
    {"work_without_labour",
     QT_TRANSLATE_NOOP("FindingText",
                       "A person without labour ability has months of work; please check both.")},
    {"months_over_12",
     QT_TRANSLATE_NOOP("FindingText",
                       "More than 12 months; the value is shown but not counted, please correct it.")},
    {"months_negative",
     QT_TRANSLATE_NOOP("FindingText",
                       "Negative months; the value is shown but not counted, please correct it.")},
    {"phone_10_digits",
     QT_TRANSLATE_NOOP("FindingText", "The phone number has a wrong length; please check it.")},
    {"phone_landline",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The phone is not a mobile number; it was kept as text, please add a mobile number if there is one.")},
    {"phone_shared_by_two_households",
     QT_TRANSLATE_NOOP("FindingText", "The same phone number is used by two households; please check it.")},
    {"sex_from_id_conflicts_with_relation",
     QT_TRANSLATE_NOOP("FindingText",
                       "The sex in the ID number does not fit the relation to the head; please check both.")},
    {"unknown_code_label",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The value is not in the code list; the text was kept and the code left empty, please choose one.")},
    {"code_label_synonym", QT_TRANSLATE_NOOP("FindingText", "Another wording of the value was recognised.")},
    {"health_contradiction",
     QT_TRANSLATE_NOOP("FindingText", "Healthy excludes the other health values; please keep one side.")},
    {"spouse_same_sex",
     QT_TRANSLATE_NOOP("FindingText",
                       "Head and spouse have the same sex by their ID numbers; please check them.")},
    {"preschool_at_7_or_more",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A child of seven or more is still marked as preschool; please check the school attendance.")},
    {"grade_age_mismatch",
     QT_TRANSLATE_NOOP("FindingText", "The grade does not fit the age; please check the school attendance.")},
    {"exact_duplicate_row",
     QT_TRANSLATE_NOOP("FindingText", "The same row occurs twice; it was loaded once.")},
    {"hidden_row", QT_TRANSLATE_NOOP("FindingText", "The row is hidden in the sheet and was loaded.")},
    {"duplicate_header_values_differ",
     QT_TRANSLATE_NOOP("FindingText",
                       "Two columns of the same name disagree; the first was used, please check it.")},
    {"monitored_without_identification_month",
     QT_TRANSLATE_NOOP("FindingText",
                       "The monitored household has no identification month; please fill it in.")},
    {"monitored_without_class",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A household on this list has no monitoring class; it is held as a whole, please fill it in and import it again.")},
    {"class_name_of_2020", QT_TRANSLATE_NOOP("FindingText", "The class name of 2020 was recognised.")},
    {"yes_no_variant",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The sign stands for yes or no; it was left empty until you confirm it, please fill in yes or no.")},
    {"empty_row_in_middle", QT_TRANSLATE_NOOP("FindingText", "An empty row was skipped.")},
    {"total_row", QT_TRANSLATE_NOOP("FindingText", "A total row was skipped.")},
    {"footer_row", QT_TRANSLATE_NOOP("FindingText", "A footer row was skipped.")},
    {"hidden_column", QT_TRANSLATE_NOOP("FindingText", "A hidden column was read.")},
    {"empty_hidden_column", QT_TRANSLATE_NOOP("FindingText", "A hidden column is empty.")},
    {"wrong_dimension",
     QT_TRANSLATE_NOOP("FindingText", "The sheet states a wrong size; it was read to its real end.")},
    {"title_rows_merged_header_row_3",
     QT_TRANSLATE_NOOP("FindingText", "Title rows stand above the header row.")},
    {"header_row_1", QT_TRANSLATE_NOOP("FindingText", "The header is the first row.")},
    {"extra_column",
     QT_TRANSLATE_NOOP("FindingText", "A column is not known to the program; its text is kept as a note.")},
    {"column_not_read",
     QT_TRANSLATE_NOOP("FindingText", "A column is not known to the program; it is not read.")},
    {"merged_cells",
     QT_TRANSLATE_NOOP("FindingText", "Every row of a merged range got the value of its first cell.")},
    {"header_synonyms", QT_TRANSLATE_NOOP("FindingText", "Other names of columns were recognised.")},
    {"header_with_line_break",
     QT_TRANSLATE_NOOP("FindingText", "A line break in a column name was ignored.")},
    {"header_with_trailing_space", QT_TRANSLATE_NOOP("FindingText", "Blanks in a column name were ignored.")},
    {"duplicate_header",
     QT_TRANSLATE_NOOP("FindingText",
                       "A column name occurs twice; the first is used, the second kept as (2).")},
    {"sum_mismatch",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The total differs from the sum of its items; the stated total was used, please check it.")},
    {"production_income_without_cost",
     QT_TRANSLATE_NOOP("FindingText", "There is production income but no production cost; please check it.")},
    {"formula_error_value",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The computed cell holds an error; the row is held, please correct the source cell and import it again.")},
    {"head_name_differs",
     QT_TRANSLATE_NOOP("FindingText", "The head's name differs from the member list; please check it.")},
    {"head_id_is_spouse",
     QT_TRANSLATE_NOOP("FindingText",
                       "The head's ID number belongs to another member of the household; please check it.")},
    {"head_id_differs",
     QT_TRANSLATE_NOOP("FindingText", "The head's ID number differs from the member list; please check it.")},
    {"allowance_too_small",
     QT_TRANSLATE_NOOP("FindingText", "The allowance is unusually small; please check the amount.")},
    {"eco_payment_without_land",
     QT_TRANSLATE_NOOP("FindingText",
                       "There is an eco-compensation payment but no returned land; please check both.")},
    {"returned_land_exceeds_forest",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The returned land is larger than forest and pasture together; please check the areas.")},
    {"distance_over_5km",
     QT_TRANSLATE_NOOP("FindingText",
                       "The distance to the main road is more than 5 km; please check the unit.")},
    {"negative_area", QT_TRANSLATE_NOOP("FindingText", "The area is negative; please check it.")},
    {"bank_number_stored_as_number",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The bank card number stood in a numeric cell and lost digits; it was left empty, please type it as text.")},
    {"household_unknown",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "No member list has this household number; the row is held, please import the member list first or correct the number.")},
    {"household_year_duplicate",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The household has two different rows for one year; both are held, please decide which is right.")},
    {"two_years_of_one_household",
     QT_TRANSLATE_NOOP("FindingText", "The household has rows of two years; both were loaded.")},
    {"household_missing_from_sheet",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A household of the register has no row in this sheet; please check whether it is missing.")},
    {"formula_cells", QT_TRANSLATE_NOOP("FindingText", "Formula cells were read with their stored results.")},
    {"formula_without_value",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Some formulas have no stored result and were read as empty; please open and save the file in a spreadsheet program, and import that.")},
    {"encoding_gb18030", QT_TRANSLATE_NOOP("FindingText", "The file is in GB18030 and was converted.")},
    {"equals_quote_wrapper", QT_TRANSLATE_NOOP("FindingText", "The =\"…\" around values was removed.")},
    {"same_data_as_a",
     QT_TRANSLATE_NOOP("FindingText",
                       "The file holds the same data as one imported before; nothing changed.")},
    {"file_imported_before",
     QT_TRANSLATE_NOOP("FindingText",
                       "This very file was imported before; only what has changed since is written.")},
    {"file_is_older",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Newer data of this kind were imported already; older ones would take their place, please compare the changes.")},
    {"visit_date_missing",
     QT_TRANSLATE_NOOP("FindingText",
                       "The date of the visit cannot be read; the row is listed, please type the date.")},
    {"visit_date_ambiguous",
     QT_TRANSLATE_NOOP("FindingText",
                       "The date can be read in two ways; it was left empty, please type it as YYYY-MM-DD.")},
    {"visit_date_impossible",
     QT_TRANSLATE_NOOP("FindingText",
                       "The date does not exist; it was left empty, please type the right date.")},
    {"visit_date_in_future",
     QT_TRANSLATE_NOOP("FindingText",
                       "The date of the visit lies after the date of the data; please check it.")},
    {"visit_without_key",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Neither household number nor ID number; the row is held, please add one of them and import it again.")},
    {"visit_household_unknown",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "No household of the register fits; the row is held, please correct the number and import it again.")},
    {"visit_keys_disagree",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Household number and ID number belong to different households; the row is held, please correct it and import it again.")},
    {"spell_none",
     QT_TRANSLATE_NOOP("FindingText", "This person does not go out to work; nothing to record.")},
    {"spell_month_only",
     QT_TRANSLATE_NOOP("FindingText",
                       "Only the month is given: a spell is counted from its first day, to its "
                       "last one; what was written is kept.")},
    {"spell_date_unreadable",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The day cannot be read for certain; the row is held, please write it as YYYY-MM-DD and import it again.")},
    {"spell_without_start",
     QT_TRANSLATE_NOOP("FindingText",
                       "When the spell of work began is missing; the row is held, please add the "
                       "day and import it again.")},
    {"spell_person_unknown",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Nobody of the register has this ID number; the row is held, please correct it or enter the person first.")},
    {"spell_repeated",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "An earlier row says something else of the same spell; the row is held, please decide which one is right.")},
    {"visit_mode_unknown",
     QT_TRANSLATE_NOOP("FindingText",
                       "The way of contact is not in the list; the text was kept, please choose one.")},
    {"visit_possible_duplicate",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The same household has another visit on this day; please check whether it is the same.")},
    {"id_masked",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number is masked with asterisks; please ask for the full number and import the row again.")},
    {"id_age_over_120",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The ID number says an age of more than 120 years; please compare with the certificate and import the row again.")},
    {"zero_width_char_in_id",
     QT_TRANSLATE_NOOP("FindingText", "An invisible character in the ID number was removed.")},
    {"damaged_name",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The name holds a question mark, a box or an asterisk; please type the right character.")},
    {"separators_in_phone", QT_TRANSLATE_NOOP("FindingText", "Separators in the phone number were removed.")},
    {"bank_account_form",
     QT_TRANSLATE_NOOP("FindingText", "A bank account has 12 to 21 digits; please check it.")},
    {"decimals_rounded",
     QT_TRANSLATE_NOOP("FindingText", "The amount was rounded to the decimals of the field.")},
    {"amount_unit_doubtful",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "More than 1,000 × 10,000 yuan under a header in units of 10,000 yuan; please check whether the amount is in yuan.")},
    {"number_digits_lost",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The number was stored as a number and lost its last digits; please type it as text.")},
    {"not_a_date", QT_TRANSLATE_NOOP("FindingText", "This is not a date; please type it as YYYY-MM-DD.")},
    {"impossible_date",
     QT_TRANSLATE_NOOP("FindingText", "The date does not exist; please type the right date.")},
    {"ambiguous_date",
     QT_TRANSLATE_NOOP("FindingText", "The date can be read in two ways; please type it as YYYY-MM-DD.")},
    {"date_without_day", QT_TRANSLATE_NOOP("FindingText", "The day is missing; please type the whole date.")},
    {"sex_differs_from_id",
     QT_TRANSLATE_NOOP("FindingText", "The stated sex differs from the ID number; please check both.")},
    {"birth_date_differs_from_id",
     QT_TRANSLATE_NOOP("FindingText",
                       "The stated birth date differs from the ID number; please check both.")},
    {"household_two_spouses",
     QT_TRANSLATE_NOOP("FindingText",
                       "The household has more than one spouse of the head; please check the relations.")},
    {"causes_repeated",
     QT_TRANSLATE_NOOP("FindingText",
                       "One main cause and at most two different others are allowed; please correct them.")},
    {"mapped_header_not_found",
     QT_TRANSLATE_NOOP("FindingText",
                       "No file has a column with this header of the mapping; please correct the header.")},
    {"mapped_field_of_other_kind",
     QT_TRANSLATE_NOOP("FindingText",
                       "The mapping gives this column a field that such a file does not have; please take "
                       "another field.")},
    {"further_sheet",
     QT_TRANSLATE_NOOP("FindingText",
                       "Another sheet of this file fits too; please import it by its name if it is needed.")},
    {"repeated_header", QT_TRANSLATE_NOOP("FindingText", "A repeated header row was skipped.")},
    {"corrected_before",
     QT_TRANSLATE_NOOP("FindingText",
                       "The row was corrected and imported before; nothing is taken from it again.")},
    {"dismissed_before",
     QT_TRANSLATE_NOOP("FindingText",
                       "Somebody decided to leave this row out for good; nothing is taken from it.")},
    {"household_held",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The household itself is still held; the row waits until it is decided, please import it again then.")},
    {"household_moved_village",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The register has the household in another village; it stays there, please move it if that is right.")},
    {"household_values_differ",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "Rows of one household state this differently; the head's row counts, please check it.")},
    {"household_not_in_file",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A household of the register is not in this list; nothing was removed, please check whether it is missing.")},
    {"member_not_in_file",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "A member of the register is not in this file; nothing was removed, please check who has left.")},
    {"population_kept",
     QT_TRANSLATE_NOOP("FindingText",
                       "The number of persons was changed here after a birth, a death, a move or a split; it "
                       "stays, please check which number is right.")},
    {"person_like_another",
     QT_TRANSLATE_NOOP("FindingText",
                       "Somebody with this name and birth date is in the register; the row is loaded, please "
                       "check whether it is the same person.")},
    {"person_looks_like_another",
     QT_TRANSLATE_NOOP("FindingText",
                       "Somebody in this village has a name like it and the same birth date; the row is "
                       "loaded, please check whether it is the same person.")},
    {"missing_year",
     QT_TRANSLATE_NOOP("FindingText", "The year is missing; please add it and import the row again.")},
    {"income_statement_kept",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The register has the whole income statement of the year, which stays; this figure differs from it.")},
    {"person_unknown",
     QT_TRANSLATE_NOOP("FindingText", "Nobody of the register has this number; nothing to do.")},
    {"match_name_differs",
     QT_TRANSLATE_NOOP(
         "FindingText",
         "The register has this number with another name; please decide whether it is the same person.")},
    {"risks_repeated",
     QT_TRANSLATE_NOOP("FindingText", "At most five different risks are allowed; please correct them.")},
    {"end_before_begin",
     QT_TRANSLATE_NOOP("FindingText", "The end lies before the beginning; please check both dates.")},
    {"tests_contradict_conclusion",
     QT_TRANSLATE_NOOP("FindingText",
                       "It cannot be met while a test of the water is not; please check both.")},
};

} // namespace

bool hasFindingText(const QString &kind)
{
    return std::any_of(std::begin(kTexts), std::end(kTexts),
                       [&](const KindText &entry) { return kind == QLatin1String(entry.kind); });
}

QString findingText(const QString &kind)
{
    for (const KindText &entry : kTexts)
        if (kind == QLatin1String(entry.kind))
            return QCoreApplication::translate("FindingText", entry.text);
    return kind;
}

QString findingText(const ImportFinding &finding)
{
    const QString sentence = findingText(finding.kind);
    if (finding.args.isEmpty())
        return sentence;
    return QCoreApplication::translate("FindingText", "%1 (%2)")
        .arg(sentence, finding.args.join(QStringLiteral("; ")));
}

} // namespace ffp::ui
