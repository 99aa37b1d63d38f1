<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ErrorText</name>
    <message>
        <source>Cancelled; nothing was changed, start again when you are ready.</source>
        <translation>已取消，数据没有变化，可以随时重新开始。</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (%1); please report it with this code.</source>
        <translation>程序内部出错（%1），请把这个代码报告给技术人员。</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>The check digit of the ID number is wrong; please compare with the certificate and import the row again.</source>
        <translation>证件号码校验位不对，请核对证件后重新导入该行。</translation>
    </message>
    <message>
        <source>The lower-case x of the ID number was stored as X.</source>
        <translation>证件号码末位小写x已存为大写X。</translation>
    </message>
    <message>
        <source>The old 15-digit number was upgraded to 18 digits; please confirm it at the next visit.</source>
        <translation>15位旧身份证号已升位为18位，请下次走访时核对。</translation>
    </message>
    <message>
        <source>The disability category digit must be 1 to 7; the person was loaded with the 18-digit number, please check the certificate.</source>
        <translation>残疾证类别位应为1—7，已按前18位载入，请核对残疾证。</translation>
    </message>
    <message>
        <source>The disability grade digit must be 1 to 4; the person was loaded with the 18-digit number, please check the certificate.</source>
        <translation>残疾证等级位应为1—4，已按前18位载入，请核对残疾证。</translation>
    </message>
    <message>
        <source>The same ID number stands in two households; both rows are held, please decide where the person belongs.</source>
        <translation>同一证件号码出现在两户，两行均已暂挂，请确定此人属于哪一户。</translation>
    </message>
    <message>
        <source>Two members of one household have the same ID number; both rows are held, please check the certificates.</source>
        <translation>同一户内两人证件号码相同，两行均已暂挂，请核对证件。</translation>
    </message>
    <message>
        <source>The ID number is already in another household of the register; the row is held, please decide where the person belongs.</source>
        <translation>该证件号码已在另一户名下，本行已暂挂，请确定此人属于哪一户。</translation>
    </message>
    <message>
        <source>The household has more than one head; it is held as a whole, please mark exactly one head and import it again.</source>
        <translation>该户有两名户主，整户已暂挂，请确定一名户主后重新导入。</translation>
    </message>
    <message>
        <source>The household has no head; it is held as a whole, please mark one head and import it again.</source>
        <translation>该户没有户主，整户已暂挂，请确定户主后重新导入。</translation>
    </message>
    <message>
        <source>The stated number of persons differs from the member rows; please check who is missing or too many.</source>
        <translation>填报人数与成员行数不一致，请核对人口。</translation>
    </message>
    <message>
        <source>The stated number of persons differs between rows of one household; please check it.</source>
        <translation>同一户各行填报的人数不一致，请核对。</translation>
    </message>
    <message>
        <source>The ID number holds a date that does not exist; please compare with the certificate and import the row again.</source>
        <translation>证件号码中的出生日期不存在，请核对证件后重新导入该行。</translation>
    </message>
    <message>
        <source>The birth date in the ID number lies in the future; please compare with the certificate and import the row again.</source>
        <translation>证件号码中的出生日期晚于数据日期，请核对证件后重新导入该行。</translation>
    </message>
    <message>
        <source>The ID number has a wrong length; please compare with the certificate and import the row again.</source>
        <translation>证件号码位数不对，请核对证件后重新导入该行。</translation>
    </message>
    <message>
        <source>The ID number holds other characters; please correct it and import the row again.</source>
        <translation>证件号码中夹有文字，请改正后重新导入该行。</translation>
    </message>
    <message>
        <source>The ID number was stored as a number and lost its last digits; please type it as text and import the row again.</source>
        <translation>证件号码以数值格式保存，末位已丢失，请按文本重新录入后导入该行。</translation>
    </message>
    <message>
        <source>The ID number is in scientific notation and lost its digits; please type it as text and import the row again.</source>
        <translation>证件号码成了科学计数法，数字已丢失，请按文本重新录入后导入该行。</translation>
    </message>
    <message>
        <source>The person has no certificate number yet; loaded under a temporary key, please add the number when there is one.</source>
        <translation>此人暂无证件号码，已用临时编号载入，取得号码后请补录。</translation>
    </message>
    <message>
        <source>The name is missing; please add it and import the row again.</source>
        <translation>姓名为空，请补填后重新导入该行。</translation>
    </message>
    <message>
        <source>The household number is missing; please add it and import the row again.</source>
        <translation>户编号为空，请补填后重新导入该行。</translation>
    </message>
    <message>
        <source>The ID number is missing; please add it and import the row again.</source>
        <translation>证件号码为空，请补填后重新导入该行。</translation>
    </message>
    <message>
        <source>The village is not in the division table of this township; please pick the right village and import the row again.</source>
        <translation>该村不在本乡镇的区划表中，请选定正确的村后重新导入该行。</translation>
    </message>
    <message>
        <source>Another spelling of the village name was recognised.</source>
        <translation>村名写法不同，已自动识别。</translation>
    </message>
    <message>
        <source>Blanks around the village name were removed.</source>
        <translation>村名多余空格已去除。</translation>
    </message>
    <message>
        <source>Rows of one household name two villages; loaded under the head&apos;s village, please check it.</source>
        <translation>同一户的各行写了两个村，已按户主所在村载入，请核对。</translation>
    </message>
    <message>
        <source>The cell is not a plain number; the value was left empty, please type the number.</source>
        <translation>此格不是数字，数值已留空，请补填。</translation>
    </message>
    <message>
        <source>The thousands separator was read.</source>
        <translation>千分位逗号已识别。</translation>
    </message>
    <message>
        <source>Full-width digits of the ID number were made half-width.</source>
        <translation>证件号码中的全角数字已转为半角。</translation>
    </message>
    <message>
        <source>Full-width digits of the phone number were made half-width.</source>
        <translation>电话中的全角数字已转为半角。</translation>
    </message>
    <message>
        <source>Blanks around the name were removed.</source>
        <translation>姓名前后空格已去除。</translation>
    </message>
    <message>
        <source>The wide blank inside the name was removed.</source>
        <translation>姓名中间的全角空格已去除。</translation>
    </message>
    <message>
        <source>Blanks in the ID number were removed.</source>
        <translation>证件号码中的空格已去除。</translation>
    </message>
    <message>
        <source>A non-breaking blank in the ID number was removed.</source>
        <translation>证件号码中的不间断空格已去除。</translation>
    </message>
    <message>
        <source>An invisible character in the name was removed.</source>
        <translation>姓名中的不可见字符已去除。</translation>
    </message>
    <message>
        <source>The apostrophe before the ID number was removed.</source>
        <translation>证件号码前的单引号已去除。</translation>
    </message>
    <message>
        <source>The household number stood in a numeric cell and was read as text.</source>
        <translation>户编号为数值格式，已按文本读取。</translation>
    </message>
    <message>
        <source>The &quot;.0&quot; behind the household number was removed.</source>
        <translation>户编号后多余的“.0”已去除。</translation>
    </message>
    <message>
        <source>The text looks like a formula; it was loaded as plain text and is never computed.</source>
        <translation>文字形似公式，已按普通文本载入，不会运算。</translation>
    </message>
    <message>
        <source>The income is negative; please check whether it is a loss.</source>
        <translation>收入为负数，已载入，请核实是否亏损。</translation>
    </message>
    <message>
        <source>The number was read as a month.</source>
        <translation>数字已按年月识别。</translation>
    </message>
    <message>
        <source>The month does not exist; the value was left empty, please fill it in.</source>
        <translation>月份不存在，已留空，请补填。</translation>
    </message>
    <message>
        <source>The month lies after the date of the data; the value was left empty, please fill it in.</source>
        <translation>月份晚于数据日期，已留空，请补填。</translation>
    </message>
    <message>
        <source>Another way of writing the date was read.</source>
        <translation>日期写法不同，已自动识别。</translation>
    </message>
    <message>
        <source>The risk was removed before it was identified; please check both months.</source>
        <translation>风险消除时间早于识别时间，请核对。</translation>
    </message>
    <message>
        <source>Marked as removed but without a month; please fill it in.</source>
        <translation>已标注风险消除但没有消除时间，请补填。</translation>
    </message>
    <message>
        <source>Less than six months lie between identification and removal; please check it.</source>
        <translation>识别到消除不足6个月，请核对。</translation>
    </message>
    <message>
        <source>The monitoring class does not fit the household type; it is not counted until somebody decides, please check it.</source>
        <translation>监测对象类别与户类型矛盾，未确定前不计入统计，请核对。</translation>
    </message>
    <message>
        <source>Education and school attendance are both filled; please keep exactly one.</source>
        <translation>文化程度和在校生状况同时填写，请只保留一项。</translation>
    </message>
    <message>
        <source>Education and school attendance are both empty; please fill exactly one.</source>
        <translation>文化程度和在校生状况都为空，请填写其中一项。</translation>
    </message>
    <message>
        <source>A person under 16 is marked as labour; please check the labour ability.</source>
        <translation>不满16周岁却填有劳动力，请核对劳动技能。</translation>
    </message>
    <message>
        <source>A pupil or student is marked as labour; please check the labour ability.</source>
        <translation>在校生却填有劳动力，请核对劳动技能。</translation>
    </message>
    <message>
        <source>A person of 60 or more is marked as full or skilled labour; please check the labour ability.</source>
        <translation>60周岁以上却填普通或技能劳动力，请核对劳动技能。</translation>
    </message>
    <message>
        <source>A person without labour ability has months of work; please check both.</source>
        <translation>无劳动力却有务工时间，请核对。</translation>
    </message>
    <message>
        <source>More than 12 months; the value is shown but not counted, please correct it.</source>
        <translation>月数超过12，仅显示不计入合计，请改正。</translation>
    </message>
    <message>
        <source>Negative months; the value is shown but not counted, please correct it.</source>
        <translation>月数为负，仅显示不计入合计，请改正。</translation>
    </message>
    <message>
        <source>The phone number has a wrong length; please check it.</source>
        <translation>电话号码位数不对，请核对。</translation>
    </message>
    <message>
        <source>The phone is not a mobile number; it was kept as text, please add a mobile number if there is one.</source>
        <translation>不是手机号码，已按文本保留，如有手机请补填。</translation>
    </message>
    <message>
        <source>The same phone number is used by two households; please check it.</source>
        <translation>同一电话号码用于两户，请核对。</translation>
    </message>
    <message>
        <source>The sex in the ID number does not fit the relation to the head; please check both.</source>
        <translation>证件号码的性别与“与户主关系”不符，请核对。</translation>
    </message>
    <message>
        <source>The value is not in the code list; the text was kept and the code left empty, please choose one.</source>
        <translation>取值不在代码表中，原文已保留、代码留空，请选定。</translation>
    </message>
    <message>
        <source>Another wording of the value was recognised.</source>
        <translation>取值的其他写法已自动识别。</translation>
    </message>
    <message>
        <source>Healthy excludes the other health values; please keep one side.</source>
        <translation>“健康”不能与其他健康状况同时填写，请核对。</translation>
    </message>
    <message>
        <source>Head and spouse have the same sex by their ID numbers; please check them.</source>
        <translation>按证件号码户主与配偶性别相同，请核对。</translation>
    </message>
    <message>
        <source>A child of seven or more is still marked as preschool; please check the school attendance.</source>
        <translation>7周岁以上仍填学前，请核对在校生状况。</translation>
    </message>
    <message>
        <source>The grade does not fit the age; please check the school attendance.</source>
        <translation>就读年级与年龄不符，请核对在校生状况。</translation>
    </message>
    <message>
        <source>The same row occurs twice; it was loaded once.</source>
        <translation>该行重复出现，只载入一次，请核对。</translation>
    </message>
    <message>
        <source>The row is hidden in the sheet and was loaded.</source>
        <translation>该行在表中被隐藏，已照常载入。</translation>
    </message>
    <message>
        <source>Two columns of the same name disagree; the first was used, please check it.</source>
        <translation>两个同名列取值不同，已采用第一列，请核对。</translation>
    </message>
    <message>
        <source>The monitored household has no identification month; please fill it in.</source>
        <translation>监测对象没有识别时间，请补填。</translation>
    </message>
    <message>
        <source>A household on this list has no monitoring class; it is held as a whole, please fill it in and import it again.</source>
        <translation>名单内的户没有监测对象类别，整户已暂挂，请补填后重新导入。</translation>
    </message>
    <message>
        <source>The class name of 2020 was recognised.</source>
        <translation>2020年的类别名称已自动识别。</translation>
    </message>
    <message>
        <source>The sign stands for yes or no; it was left empty until you confirm it, please fill in yes or no.</source>
        <translation>用符号代替“是/否”，未确认前留空，请补填“是”或“否”。</translation>
    </message>
    <message>
        <source>An empty row was skipped.</source>
        <translation>中间空行已跳过。</translation>
    </message>
    <message>
        <source>A total row was skipped.</source>
        <translation>合计行已跳过。</translation>
    </message>
    <message>
        <source>A footer row was skipped.</source>
        <translation>表尾说明行已跳过。</translation>
    </message>
    <message>
        <source>A hidden column was read.</source>
        <translation>隐藏列已照常读取。</translation>
    </message>
    <message>
        <source>A hidden column is empty.</source>
        <translation>隐藏列没有内容。</translation>
    </message>
    <message>
        <source>The sheet states a wrong size; it was read to its real end.</source>
        <translation>工作表声明的范围有误，已读到真正的末行。</translation>
    </message>
    <message>
        <source>Title rows stand above the header row.</source>
        <translation>表头上方有标题行，已自动识别表头。</translation>
    </message>
    <message>
        <source>The header is the first row.</source>
        <translation>表头在第1行。</translation>
    </message>
    <message>
        <source>A column is not known to the program; its text is kept as a note.</source>
        <translation>有本系统没有的列，内容作为备注保留。</translation>
    </message>
    <message>
        <source>Every row of a merged range got the value of its first cell.</source>
        <translation>合并单元格的每一行都取首格的值。</translation>
    </message>
    <message>
        <source>Other names of columns were recognised.</source>
        <translation>列名的其他写法已自动识别。</translation>
    </message>
    <message>
        <source>A line break in a column name was ignored.</source>
        <translation>列名中的换行已忽略。</translation>
    </message>
    <message>
        <source>Blanks in a column name were ignored.</source>
        <translation>列名中的空格已忽略。</translation>
    </message>
    <message>
        <source>A column name occurs twice; the first is used, the second kept as (2).</source>
        <translation>列名重复，采用第一列，第二列记为“(2)”。</translation>
    </message>
    <message>
        <source>The total differs from the sum of its items; the stated total was used, please check it.</source>
        <translation>合计与分项之和不符，已采用填报的合计，请核对。</translation>
    </message>
    <message>
        <source>There is production income but no production cost; please check it.</source>
        <translation>有生产经营性收入却没有支出，请核对。</translation>
    </message>
    <message>
        <source>The computed cell holds an error; the row is held, please correct the source cell and import it again.</source>
        <translation>公式结果出错，该行已暂挂，请改正后重新导入。</translation>
    </message>
    <message>
        <source>The head&apos;s name differs from the member list; please check it.</source>
        <translation>户主姓名与成员名单不一致，请核对。</translation>
    </message>
    <message>
        <source>The head&apos;s ID number belongs to another member of the household; please check it.</source>
        <translation>户主证件号码是该户其他成员的，请核对。</translation>
    </message>
    <message>
        <source>The head&apos;s ID number differs from the member list; please check it.</source>
        <translation>户主证件号码与成员名单不一致，请核对。</translation>
    </message>
    <message>
        <source>The allowance is unusually small; please check the amount.</source>
        <translation>补助金额过小，请核对。</translation>
    </message>
    <message>
        <source>There is an eco-compensation payment but no returned land; please check both.</source>
        <translation>有生态补偿金却没有退耕还林面积，请核对。</translation>
    </message>
    <message>
        <source>The returned land is larger than forest and pasture together; please check the areas.</source>
        <translation>退耕还林面积大于林地与牧草地之和，请核对。</translation>
    </message>
    <message>
        <source>The distance to the main road is more than 5 km; please check the unit.</source>
        <translation>与村主干路距离超过5公里，请核对单位。</translation>
    </message>
    <message>
        <source>The area is negative; please check it.</source>
        <translation>面积为负数，请核对。</translation>
    </message>
    <message>
        <source>The bank card number stood in a numeric cell and lost digits; it was left empty, please type it as text.</source>
        <translation>银行卡号为数值格式，数字已丢失，已留空，请按文本补填。</translation>
    </message>
    <message>
        <source>No member list has this household number; the row is held, please import the member list first or correct the number.</source>
        <translation>名单中没有这个户编号，该行已暂挂，请先导入名单或改正户编号。</translation>
    </message>
    <message>
        <source>The household has two different rows for one year; both are held, please decide which is right.</source>
        <translation>同一户同一年度有两行且数据不同，均已暂挂，请确定以哪一行为准。</translation>
    </message>
    <message>
        <source>The household has rows of two years; both were loaded.</source>
        <translation>该户有两个年度的数据，均已载入。</translation>
    </message>
    <message>
        <source>A household of the register has no row in this sheet; please check whether it is missing.</source>
        <translation>名单中的户在本表没有数据，请核对是否遗漏。</translation>
    </message>
    <message>
        <source>Formula cells were read with their stored results.</source>
        <translation>公式列已按保存的结果读取。</translation>
    </message>
    <message>
        <source>The file is in GB18030 and was converted.</source>
        <translation>文件为GB18030编码，已转换。</translation>
    </message>
    <message>
        <source>The =&quot;…&quot; around values was removed.</source>
        <translation>数值外的 =&quot;…&quot; 已去除。</translation>
    </message>
    <message>
        <source>The file holds the same data as one imported before; nothing changed.</source>
        <translation>与已导入的文件内容相同，没有变化。</translation>
    </message>
    <message>
        <source>The date of the visit cannot be read; the row is listed, please type the date.</source>
        <translation>走访日期无法识别，已留空，请补填日期。</translation>
    </message>
    <message>
        <source>The date can be read in two ways; it was left empty, please type it as YYYY-MM-DD.</source>
        <translation>日期有两种读法，已留空，请按“年-月-日”补填。</translation>
    </message>
    <message>
        <source>The date does not exist; it was left empty, please type the right date.</source>
        <translation>日期不存在，已留空，请补填。</translation>
    </message>
    <message>
        <source>The date of the visit lies after the date of the data; please check it.</source>
        <translation>走访日期晚于数据日期，请核对。</translation>
    </message>
    <message>
        <source>Neither household number nor ID number; the row is held, please add one of them and import it again.</source>
        <translation>没有户编号也没有证件号码，该行已暂挂，请补填其一后重新导入。</translation>
    </message>
    <message>
        <source>No household of the register fits; the row is held, please correct the number and import it again.</source>
        <translation>名单中找不到该户，该行已暂挂，请改正后重新导入。</translation>
    </message>
    <message>
        <source>Household number and ID number belong to different households; the row is held, please correct it and import it again.</source>
        <translation>户编号与证件号码不是同一户，该行已暂挂，请改正后重新导入。</translation>
    </message>
    <message>
        <source>The way of contact is not in the list; the text was kept, please choose one.</source>
        <translation>走访方式不在代码表中，原文已保留，请选定。</translation>
    </message>
    <message>
        <source>The same household has another visit on this day; please check whether it is the same.</source>
        <translation>同一户同一天已有走访记录，请核对是否重复。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
</TS>
