// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

constexpr Code kSex[] = {
    {"male", u"男", "Male", u"男性", "1"},
    {"female", u"女", "Female", u"女性", "2"},
    {"unknown", u"未知", "Unknown", u"", "0"},
    {"unspecified", u"未说明", "Not stated", u"", "9"},
};

// GB/T 3304; the two-digit number is the code. Files write the name with and without 族.
constexpr Code kNation[] = {
    {"01", u"汉族", "Han", u"汉", "01"},
    {"02", u"蒙古族", "Mongol", u"蒙古", "02"},
    {"03", u"回族", "Hui", u"回", "03"},
    {"04", u"藏族", "Tibetan", u"藏", "04"},
    {"05", u"维吾尔族", "Uyghur", u"维吾尔", "05"},
    {"06", u"苗族", "Miao", u"苗", "06"},
    {"07", u"彝族", "Yi", u"彝", "07"},
    {"08", u"壮族", "Zhuang", u"壮", "08"},
    {"09", u"布依族", "Bouyei", u"布依", "09"},
    {"10", u"朝鲜族", "Korean", u"朝鲜", "10"},
    {"11", u"满族", "Manchu", u"满", "11"},
    {"12", u"侗族", "Dong", u"侗", "12"},
    {"13", u"瑶族", "Yao", u"瑶", "13"},
    {"14", u"白族", "Bai", u"白", "14"},
    {"15", u"土家族", "Tujia", u"土家", "15"},
    {"16", u"哈尼族", "Hani", u"哈尼", "16"},
    {"17", u"哈萨克族", "Kazakh", u"哈萨克", "17"},
    {"18", u"傣族", "Dai", u"傣", "18"},
    {"19", u"黎族", "Li", u"黎", "19"},
    {"20", u"傈僳族", "Lisu", u"傈僳", "20"},
    {"21", u"佤族", "Wa", u"佤", "21"},
    {"22", u"畲族", "She", u"畲", "22"},
    {"23", u"高山族", "Gaoshan", u"高山", "23"},
    {"24", u"拉祜族", "Lahu", u"拉祜", "24"},
    {"25", u"水族", "Sui", u"水", "25"},
    {"26", u"东乡族", "Dongxiang", u"东乡", "26"},
    {"27", u"纳西族", "Naxi", u"纳西", "27"},
    {"28", u"景颇族", "Jingpo", u"景颇", "28"},
    {"29", u"柯尔克孜族", "Kyrgyz", u"柯尔克孜", "29"},
    {"30", u"土族", "Tu", u"土", "30"},
    {"31", u"达斡尔族", "Daur", u"达斡尔", "31"},
    {"32", u"仫佬族", "Mulao", u"仫佬", "32"},
    {"33", u"羌族", "Qiang", u"羌", "33"},
    {"34", u"布朗族", "Blang", u"布朗", "34"},
    {"35", u"撒拉族", "Salar", u"撒拉", "35"},
    {"36", u"毛南族", "Maonan", u"毛南", "36"},
    {"37", u"仡佬族", "Gelao", u"仡佬", "37"},
    {"38", u"锡伯族", "Xibe", u"锡伯", "38"},
    {"39", u"阿昌族", "Achang", u"阿昌", "39"},
    {"40", u"普米族", "Pumi", u"普米", "40"},
    {"41", u"塔吉克族", "Tajik", u"塔吉克", "41"},
    {"42", u"怒族", "Nu", u"怒", "42"},
    {"43", u"乌孜别克族", "Uzbek", u"乌孜别克", "43"},
    {"44", u"俄罗斯族", "Russian", u"俄罗斯", "44"},
    {"45", u"鄂温克族", "Evenki", u"鄂温克", "45"},
    {"46", u"德昂族", "De'ang", u"德昂", "46"},
    {"47", u"保安族", "Bonan", u"保安", "47"},
    {"48", u"裕固族", "Yugur", u"裕固", "48"},
    {"49", u"京族", "Gin", u"京", "49"},
    {"50", u"塔塔尔族", "Tatar", u"塔塔尔", "50"},
    {"51", u"独龙族", "Derung", u"独龙", "51"},
    {"52", u"鄂伦春族", "Oroqen", u"鄂伦春", "52"},
    {"53", u"赫哲族", "Hezhe", u"赫哲", "53"},
    {"54", u"门巴族", "Monba", u"门巴", "54"},
    {"55", u"珞巴族", "Lhoba", u"珞巴", "55"},
    {"56", u"基诺族", "Jino", u"基诺", "56"},
    {"97", u"其他", "Other", u"其它", "97"},
    {"98", u"外国血统", "Foreign descent", u"外国血统中国籍人士", "98"},
};

constexpr Code kIdType[] = {
    {"resident_id", u"居民身份证", "Resident identity card", u"身份证"},
    {"disability_cert", u"残疾人证", "Disability certificate", u"残疾证"},
    {"none", u"无证件", "No document", u"无"},
    {"other", u"其他", "Other", u"其它"},
};

// `extra` is the sex the member must have; GB/T 4761-2008. Files write the words with and without 之.
constexpr Code kRelation[] = {
    {"head", u"户主", "Head of household", u"本人", "02"},
    {"spouse", u"配偶", "Spouse", u"妻子|妻|丈夫|夫|老婆|老公|爱人|之妻|之夫", "10"},
    {"son", u"之子", "Son", u"儿子|子|长子|次子|三子|独生子", "20", "M"},
    {"daughter", u"之女", "Daughter", u"女儿|女|长女|次女|三女|独生女", "30", "F"},
    {"daughter_in_law", u"之儿媳", "Daughter-in-law", u"儿媳|儿媳妇|之儿媳妇", "38", "F"},
    {"son_in_law", u"之女婿", "Son-in-law", u"女婿", "28", "M"},
    {"grandson", u"之孙子", "Grandson (son's son)", u"孙子|孙", "41", "M"},
    {"granddaughter", u"之孙女", "Granddaughter (son's daughter)", u"孙女", "42", "F"},
    {"grandson_mat", u"之外孙子", "Grandson (daughter's son)", u"外孙子|外孙|之外孙", "43", "M"},
    {"granddaughter_mat", u"之外孙女", "Granddaughter (daughter's daughter)", u"外孙女", "44", "F"},
    {"father", u"之父", "Father", u"父亲|父|之父亲|爸爸", "51", "M"},
    {"mother", u"之母", "Mother", u"母亲|母|之母亲|妈妈", "52", "F"},
    {"wife_father", u"之岳父", "Wife's father", u"岳父|丈人", "55", "M"},
    {"wife_mother", u"之岳母", "Wife's mother", u"岳母|丈母娘", "56", "F"},
    {"husband_father", u"之公公", "Husband's father", u"公公", "53", "M"},
    {"husband_mother", u"之婆婆", "Husband's mother", u"婆婆", "54", "F"},
    {"grandfather", u"之祖父", "Paternal grandfather", u"祖父|爷爷", "61", "M"},
    {"grandmother", u"之祖母", "Paternal grandmother", u"祖母|奶奶", "62", "F"},
    {"grandfather_mat", u"之外祖父", "Maternal grandfather", u"外祖父|外公|姥爷", "63", "M"},
    {"grandmother_mat", u"之外祖母", "Maternal grandmother", u"外祖母|外婆|姥姥", "64", "F"},
    {"sibling", u"之兄弟姐妹", "Brother or sister", u"兄弟姐妹|之兄|之弟|之姐|之妹|哥哥|弟弟|姐姐|妹妹|兄|弟|姐|妹", "70"},
    {"great_grandson", u"之曾孙子", "Great-grandson", u"曾孙子|曾孙|重孙|重孙子", "47", "M"},
    {"great_granddaughter", u"之曾孙女", "Great-granddaughter", u"曾孙女|重孙女", "48", "F"},
    {"nephew", u"之侄儿", "Nephew", u"侄儿|侄子|侄", "93", "M"},
    {"niece", u"之侄女", "Niece", u"侄女", "94", "F"},
    {"brother_wife", u"之兄弟媳妇", "Brother's wife", u"兄弟媳妇|嫂子|弟媳|弟媳妇|嫂", "74", "F"},
    {"uncle", u"之叔伯", "Uncle", u"叔伯|叔叔|伯伯|伯父|叔父|叔|伯|83", "81", "M"},
    {"other", u"其他", "Other", u"其它|其他亲属|非亲属", "99"},
};

constexpr Code kEducation[] = {
    {"illiterate", u"文盲或半文盲", "Illiterate or semi-literate", u"文盲|半文盲|文盲/半文盲|未上学"},
    {"primary", u"小学", "Primary school"},
    {"junior", u"初中", "Junior secondary school", u"初级中学"},
    {"senior", u"高中", "Senior secondary school", u"高中/中专|高中(中专)|中专|普通高中|中职|技校"},
    {"college", u"大专", "Junior college", u"专科|大学专科|高职"},
    {"bachelor_up", u"本科及以上", "Bachelor or higher", u"本科|大学本科|大学|研究生|硕士|博士"},
};

constexpr Code kStudent[] = {
    {"preschool_age", u"学龄前儿童", "Below kindergarten age", u"学龄前"},
    {"kindergarten", u"学前教育", "Kindergarten", u"幼儿园"},
    {"primary", u"小学", "Primary school", u"一年级|二年级|三年级|四年级|五年级|六年级|小学一年级|小学二年级|小学三年级|小学四年级|小学五年级|小学六年级|小学在校生"},
    {"junior_7", u"七年级", "Grade 7", u"初一|初中一年级"},
    {"junior_8", u"八年级", "Grade 8", u"初二|初中二年级"},
    {"junior_9", u"九年级", "Grade 9", u"初三|初中三年级"},
    {"senior_1", u"普通高中一年级", "Senior secondary, year 1", u"高一|高中一年级"},
    {"senior_2", u"普通高中二年级", "Senior secondary, year 2", u"高二|高中二年级"},
    {"senior_3", u"普通高中三年级", "Senior secondary, year 3", u"高三|高中三年级"},
    {"voc_1", u"中职一年级", "Vocational secondary, year 1", u"中专一年级"},
    {"voc_2", u"中职二年级", "Vocational secondary, year 2", u"中专二年级"},
    {"voc_3", u"中职三年级", "Vocational secondary, year 3", u"中专三年级"},
    {"hvoc_1", u"高职高专一年级", "Vocational college, year 1", u"大专一年级|高职一年级"},
    {"hvoc_2", u"高职高专二年级", "Vocational college, year 2", u"大专二年级|高职二年级"},
    {"hvoc_3", u"高职高专三年级", "Vocational college, year 3", u"大专三年级|高职三年级"},
    {"tech_1", u"技师学院一年级", "Technician college, year 1"},
    {"tech_2", u"技师学院二年级", "Technician college, year 2"},
    {"tech_3", u"技师学院三年级", "Technician college, year 3"},
    {"tech_4", u"技师学院四年级", "Technician college, year 4"},
    {"bach_1", u"本科一年级", "Bachelor, year 1", u"大一"},
    {"bach_2", u"本科二年级", "Bachelor, year 2", u"大二"},
    {"bach_3", u"本科三年级", "Bachelor, year 3", u"大三"},
    {"bach_4", u"本科四年级", "Bachelor, year 4", u"大四"},
    {"bach_5", u"本科五年级", "Bachelor, year 5", u"大五"},
    {"master_up", u"硕士研究生及以上", "Master or higher", u"硕士研究生|硕士|博士|博士研究生|研究生"},
};

constexpr Code kHealth[] = {
    {"healthy", u"健康", "Healthy"},
    {"chronic", u"长期慢性病", "Long-term chronic illness", u"慢性病|长期慢病|慢病"},
    {"serious", u"患有大病", "Serious illness", u"大病|患大病"},
    {"disabled", u"残疾", "Disabled", u"残疾人"},
};

constexpr Code kLabour[] = {
    {"ordinary", u"普通劳动力", "Ordinary labour", u"普通"},
    {"skilled", u"技能劳动力", "Skilled labour", u"技能"},
    {"weak", u"弱劳动力或半劳动力", "Weak or partial labour", u"弱劳动力|半劳动力|弱劳力|半劳力|弱(半)劳动力|弱劳动力/半劳动力"},
    {"lost", u"丧失劳动力", "Lost the ability to work", u"丧失劳动能力|完全丧失劳动能力"},
    {"none", u"无劳动力", "No labour", u"无劳动能力|无劳力"},
};

constexpr Code kPolitical[] = {
    {"party", u"中共党员", "Party member", u"=党员|共产党员", "01"},
    {"probationary", u"中共预备党员", "Probationary party member", u"=预备党员", "02"},
    {"league", u"共青团员", "Youth League member", u"=团员", "03"},
    {"democratic", u"民主党派", "Member of another party", u"民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|05|06|07|08|09|10|11", "04"},
    {"nonparty", u"无党派民主人士", "Non-party personage", u"无党派人士|无党派", "12"},
    {"mass", u"群众", "No party", u"普通公民", "13"},
};

constexpr Code kMarital[] = {
    {"unmarried", u"未婚", "Unmarried", u"", "10"},
    {"married", u"已婚", "Married", u"有配偶", "20"},
    {"first", u"初婚", "First marriage", u"", "21"},
    {"remarried", u"再婚", "Remarried", u"", "22"},
    {"restored", u"复婚", "Remarried to the same person", u"", "23"},
    {"widowed", u"丧偶", "Widowed", u"", "30"},
    {"divorced", u"离婚", "Divorced", u"离异", "40"},
    {"unspecified", u"未说明", "Not stated", u"未说明的婚姻状况", "90"},
};

// The code is the digit in the disability certificate number (V-06); GB/T 2261.3 adds 60.
constexpr Code kDisabilityType[] = {
    {"1", u"视力", "Sight", u"视力残疾", "61"},
    {"2", u"听力", "Hearing", u"听力残疾", "62"},
    {"3", u"言语", "Speech", u"言语残疾", "63"},
    {"4", u"肢体", "Physical", u"肢体残疾", "64"},
    {"5", u"智力", "Intellectual", u"智力残疾", "65"},
    {"6", u"精神", "Mental", u"精神残疾", "66"},
    {"7", u"多重", "Multiple", u"多重残疾", "67"},
};

constexpr Code kDisabilityGrade[] = {
    {"1", u"一级", "Grade 1 (most severe)", u"1级|壹级"},
    {"2", u"二级", "Grade 2", u"2级|贰级"},
    {"3", u"三级", "Grade 3", u"3级|叁级"},
    {"4", u"四级", "Grade 4", u"4级|肆级"},
};

constexpr Code kDropoutReason[] = {
    {"health", u"因病", "Illness"},
    {"disabled", u"因残", "Disability"},
    {"economic", u"因经济困难", "Lack of money", u"经济困难|因贫|因家庭经济困难"},
    {"dislike", u"厌学", "Dislikes school", u"因厌学"},
    {"work", u"外出务工", "Works away", u"务工|因务工"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kEpidemicStatus[] = {
    {"none", u"无", "None"},
    {"confirmed", u"确诊", "Confirmed case", u"确诊病例"},
    {"suspected", u"疑似", "Suspected case", u"疑似病例"},
    {"contact", u"密切接触者", "Close contact", u"密接"},
    {"isolated", u"集中隔离", "In central isolation", u"隔离"},
    {"recovered", u"治愈出院", "Recovered", u"治愈"},
};

constexpr Code kMemberChange[] = {
    {"birth", u"新生", "Birth", u"出生|新生儿"},
    {"marry_in", u"婚入", "Married in", u"嫁入"},
    {"return", u"回迁", "Moved back", u"迁入"},
    {"other_in", u"其他增加", "Other increase", u"其他自然增加"},
    {"death", u"死亡", "Death", u"去世"},
    {"marry_out", u"婚出", "Married out", u"嫁出"},
    {"move_out", u"迁出", "Moved away"},
    {"split", u"分户", "Household split"},
    {"other_out", u"其他减少", "Other decrease", u"其他自然减少"},
};

constexpr CodeList kLists[] = {
    {"sex", "CL-01", u"性别", "Sex", kSex},
    {"nation", "CL-02", u"民族", "Nation", kNation},
    {"id_type", "CL-03", u"证件类型", "Document type", kIdType},
    {"relation", "CL-04", u"与户主关系", "Relation to the head", kRelation},
    {"education", "CL-05", u"文化程度", "Education", kEducation},
    {"student", "CL-06", u"在校生状况", "School attendance", kStudent},
    {"health", "CL-07", u"健康状况", "Health", kHealth},
    {"labour", "CL-08", u"劳动技能", "Labour", kLabour},
    {"political", "CL-09", u"政治面貌", "Political status", kPolitical},
    {"marital", "CL-10", u"婚姻状况", "Marital status", kMarital},
    {"disability_type", "CL-11", u"残疾类别", "Disability type", kDisabilityType},
    {"disability_grade", "CL-12", u"残疾等级", "Disability grade", kDisabilityGrade},
    {"dropout_reason", "CL-13", u"失学或辍学原因", "Reason for not attending school", kDropoutReason},
    {"epidemic_status", "CL-14", u"疫情状况", "Epidemic status", kEpidemicStatus},
    {"member_change", "CL-15", u"人口变动", "Member change", kMemberChange},
};

} // namespace

std::span<const CodeList> personLists()
{
    return kLists;
}

} // namespace ffp::codes
