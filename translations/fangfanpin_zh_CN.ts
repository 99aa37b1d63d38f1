<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AlertPages</name>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Assign a helper…</source>
        <translation>指定帮扶责任人…</translation>
    </message>
    <message>
        <source>Who held the role until now gets the day as the last one, with the reason given here; the old line stays.</source>
        <translation>原责任人以该日为止，并记下变更原因，原记录保留。</translation>
    </message>
    <message>
        <source>Enter a visit…</source>
        <translation>登记走访…</translation>
    </message>
    <message>
        <source>The same visit or contact without changes for each of them; what changed is entered household by household.</source>
        <translation>为每户登记同一次无变化的走访或联系；有变化的请逐户登记。</translation>
    </message>
    <message>
        <source>Set values…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>Only what is filled in here is set; everything else stays as it is.</source>
        <translation>只修改这里填写的项目，其余不变。</translation>
    </message>
</context>
<context>
    <name>CaseText</name>
    <message>
        <source>The household has a matter of this kind that is not finished; please go on with that one.</source>
        <translation>该户已有同类事项正在办理，请继续办理原事项。</translation>
    </message>
    <message>
        <source>The household is monitored already; please end that case first.</source>
        <translation>该户已在监测中，请先办结原监测记录。</translation>
    </message>
    <message>
        <source>The household is not monitored in this class; please check which kind of matter it is.</source>
        <translation>该户不是这一类监测对象，请核对事项类型。</translation>
    </message>
    <message>
        <source>The household is no longer in the register; please choose another one.</source>
        <translation>该户已不在册，请另选一户。</translation>
    </message>
    <message>
        <source>Please say why it is returned or rejected.</source>
        <translation>请填写退回或不予通过的原因。</translation>
    </message>
    <message>
        <source>Two offices entered different values here; please settle that before you approve.</source>
        <translation>有关内容存在两处录入不一致，请先处理冲突再审批。</translation>
    </message>
    <message>
        <source>A step cannot lie before the one that went before it (HV-37); please check the date, and the clock of this PC.</source>
        <translation>本环节日期不能早于上一环节（HV-37），请核对日期和本机时钟。</translation>
    </message>
    <message>
        <source>This is set by the decision on the household and is not typed; please start the matter for it instead.</source>
        <translation>该项由审批结果写入，不能直接填写，请通过相应事项办理。</translation>
    </message>
    <message>
        <source>The household lies outside the area that you act for; please leave it to the office in charge.</source>
        <translation>该户不在您的管辖范围内，请由主管单位办理。</translation>
    </message>
    <message>
        <source>Another level does this step; please leave it to the office in charge.</source>
        <translation>本环节由其他层级办理，请由相应单位办理。</translation>
    </message>
    <message>
        <source>Your role does not judge; please leave it to a reviewer or approver.</source>
        <translation>您的角色不能审核审批，请由审核人或审批人办理。</translation>
    </message>
    <message>
        <source>You did another step of this matter; please let another official judge it.</source>
        <translation>您已办理过本事项的其他环节，请由其他人员审核审批。</translation>
    </message>
    <message>
        <source>You entered or changed what is judged here; please let another official judge it.</source>
        <translation>本事项的内容由您录入或修改，请由其他人员审核审批。</translation>
    </message>
    <message>
        <source>Somebody with your name lives in this household; please let another official judge it.</source>
        <translation>该户成员中有人与您同名，请由其他人员审核审批。</translation>
    </message>
    <message>
        <source>Only the last action can be taken back, and only by who made it.</source>
        <translation>只能由本人撤回最近一次操作，请核对办理经过。</translation>
    </message>
    <message>
        <source>Your account was ended; please ask the administrator of this office.</source>
        <translation>您的账号已停用，请联系本单位管理员。</translation>
    </message>
    <message>
        <source>Somebody else acted on this matter meanwhile; please look at it again.</source>
        <translation>其他人员刚刚办理了本事项，请重新查看。</translation>
    </message>
    <message>
        <source>The content changed since you looked at it; please look at it again before you decide.</source>
        <translation>您查看之后内容有改动，请重新查看后再审批。</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>wrong signature</source>
        <translation>签名不符</translation>
    </message>
    <message>
        <source>signed after the account was ended</source>
        <translation>账号停用后签署</translation>
    </message>
    <message>
        <source>not written at the official&apos;s office</source>
        <translation>不是在本人单位办理</translation>
    </message>
    <message>
        <source>outside the official&apos;s area</source>
        <translation>超出管辖范围</translation>
    </message>
    <message>
        <source>wrong level</source>
        <translation>层级不符</translation>
    </message>
    <message>
        <source>wrong role</source>
        <translation>角色不符</translation>
    </message>
    <message>
        <source>out of turn</source>
        <translation>不符合办理顺序</translation>
    </message>
    <message>
        <source>the policy pack is not installed here</source>
        <translation>本机没有该版本政策包</translation>
    </message>
    <message>
        <source>what it follows is missing or does not count</source>
        <translation>所依据的上一环节缺失或无效</translation>
    </message>
    <message>
        <source>not the content that was signed</source>
        <translation>与签署的内容不符</translation>
    </message>
    <message>
        <source>content that it rests on is missing here</source>
        <translation>所依据的内容本机缺失</translation>
    </message>
    <message>
        <source>by somebody who did another step</source>
        <translation>由办理过其他环节的人员作出</translation>
    </message>
    <message>
        <source>by somebody who entered the content</source>
        <translation>由录入内容的人员作出</translation>
    </message>
    <message>
        <source>takes back what it must not</source>
        <translation>撤回了不得撤回的操作</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>不予通过</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>a visit since the matter began</source>
        <translation>启动后的走访记录</translation>
    </message>
    <message>
        <source>an income statement</source>
        <translation>收入核算</translation>
    </message>
    <message>
        <source>a check of safeguards since the matter began</source>
        <translation>启动后的三保障和饮水核查</translation>
    </message>
    <message>
        <source>a risk that is not cleared</source>
        <translation>未消除的风险</translation>
    </message>
    <message>
        <source>a plan of help</source>
        <translation>帮扶方案</translation>
    </message>
    <message>
        <source>the record of this step</source>
        <translation>本环节记录</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Before this step there must be: %1; please add it first.</source>
        <translation>办理本环节前须有：%1，请先补充。</translation>
    </message>
    <message>
        <source>province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市</translation>
    </message>
    <message>
        <source>county</source>
        <translation>县</translation>
    </message>
    <message>
        <source>township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>the opening</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>limit not set</source>
        <translation>期限未定</translation>
    </message>
    <message>
        <source>%1 working days from %2</source>
        <translation>自%2起%1个工作日</translation>
    </message>
    <message>
        <source>%1 days from %2</source>
        <translation>自%2起%1天</translation>
    </message>
    <message>
        <source>This step is not due now; please look at where the matter stands.</source>
        <translation>现在不能办理这一环节，请查看事项进度。</translation>
    </message>
    <message>
        <source>This is not what the matter waits for; it waits for &quot;%1&quot; at the step %2.</source>
        <translation>本事项现在等待“%1”（环节%2），请按顺序办理。</translation>
    </message>
    <message>
        <source>This action does not count (%1); please ask the administrator of this office.</source>
        <translation>该操作无效（%1），请联系本单位管理员。</translation>
    </message>
    <message>
        <source>needs: %1</source>
        <translation>须有：%1</translation>
    </message>
    <message>
        <source>may return to: %1</source>
        <translation>可退回：%1</translation>
    </message>
    <message>
        <source>may reject</source>
        <translation>可不予通过</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>CodeChoice</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>&amp;Open another data file…</source>
        <translation>打开其他数据文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>修改密码(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>查找(&amp;S)</translation>
    </message>
    <message>
        <source>Sa&amp;ve this form</source>
        <translation>保存表单(&amp;V)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Previous household</source>
        <translation>上一户(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next household</source>
        <translation>下一户(&amp;N)</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>标准字号</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>大字号</translation>
    </message>
    <message>
        <source>Largest text</source>
        <translation>特大字号</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘操作(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>关于本程序(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;New visit</source>
        <translation>新增走访(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Check the data…</source>
        <translation>校验数据(&amp;C)…</translation>
    </message>
    <message>
        <source>Rebuild the &amp;tables…</source>
        <translation>重建数据(&amp;T)…</translation>
    </message>
    <message>
        <source>Add a &amp;village…</source>
        <translation>增补村(&amp;V)…</translation>
    </message>
    <message>
        <source>Import &amp;divisions…</source>
        <translation>导入区划表(&amp;D)…</translation>
    </message>
    <message>
        <source>Polic&amp;y values…</source>
        <translation>政策取值(&amp;Y)…</translation>
    </message>
</context>
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
    <message>
        <source>Nothing was found for this; please check what was entered.</source>
        <translation>没有找到相应内容，请核对输入。</translation>
    </message>
    <message>
        <source>%1 was not found; please refresh the list and try again.</source>
        <translation>没有找到%1，请刷新列表后再试。</translation>
    </message>
    <message>
        <source>%1 %2 was not found; please check the number.</source>
        <translation>没有找到%1“%2”，请核对编号。</translation>
    </message>
    <message>
        <source>Please correct what is not right: %1.</source>
        <translation>请更正以下内容：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not accept this value; please correct it.</source>
        <translation>“%1”不能填这个值，请更正。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not accept this value (%2); please correct it.</source>
        <translation>“%1”不能填这个值（%2），请更正。</translation>
    </message>
    <message>
        <source>This cannot be taken back because newer entries rest on it (%1); please take those back first.</source>
        <translation>之后又有新的内容（%1），不能撤回，请先撤回那些内容。</translation>
    </message>
    <message>
        <source>A rule does not permit this (%1); please check what was entered.</source>
        <translation>按规则不允许这样做（%1），请核对输入。</translation>
    </message>
    <message>
        <source>The policy does not permit this (rule %1, %2); please check what was entered.</source>
        <translation>按政策规定不允许这样做（规则%1，%2），请核对输入。</translation>
    </message>
    <message>
        <source>The program is still writing something else; please wait a moment and try again.</source>
        <translation>程序正在写入其他内容，请稍候再试。</translation>
    </message>
    <message>
        <source>This entry cannot be right (%1); please correct it.</source>
        <translation>输入有误（%1），请更正。</translation>
    </message>
    <message>
        <source>This entry cannot be right; please correct it.</source>
        <translation>输入有误，请更正。</translation>
    </message>
    <message>
        <source>You are not permitted to do this; please ask the administrator of this office.</source>
        <translation>您没有此项权限，请联系本单位的系统管理员。</translation>
    </message>
    <message>
        <source>This password is too easy to guess; please take at least 8 characters that are not common.</source>
        <translation>密码过于简单，请设置至少8位且不常见的密码。</translation>
    </message>
    <message>
        <source>The data is locked; please enter your password first.</source>
        <translation>数据已锁定，请先输入密码。</translation>
    </message>
    <message>
        <source>Already open in another window; please switch to it.</source>
        <translation>数据已在另一个窗口打开，请切换到那个窗口。</translation>
    </message>
    <message>
        <source>The file %1 exists already; please choose another name.</source>
        <translation>文件%1已经存在，请换一个名称。</translation>
    </message>
    <message>
        <source>This exists already; please choose another name.</source>
        <translation>已经存在，请换一个名称。</translation>
    </message>
    <message>
        <source>This is not a data file of this program; please choose another.</source>
        <translation>这不是本系统的数据文件，请另选一个文件。</translation>
    </message>
    <message>
        <source>The check found %1 problems; please use &quot;rebuild&quot;, and restore a backup if it remains.</source>
        <translation>数据校验发现问题（%1处），请点“重建数据”，如仍提示请从备份恢复。</translation>
    </message>
    <message>
        <source>The file is incomplete or damaged; please restore the latest backup.</source>
        <translation>文件不完整或已损坏，请恢复最近的备份。</translation>
    </message>
    <message>
        <source>Please copy the data file to the local disk; do not use it on a stick or share.</source>
        <translation>请把数据文件拷到本机硬盘后再打开，不要在U盘或共享盘上使用。</translation>
    </message>
    <message>
        <source>Disk full, nothing changed; please free some space and try again.</source>
        <translation>磁盘空间不足，数据没有变化，请清理后再试。</translation>
    </message>
    <message>
        <source>Disk full, nothing changed; please free %1 MB and try again.</source>
        <translation>磁盘空间不足，数据没有变化，请清理出%1MB后再试。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read; please check that it is there and that you may open it.</source>
        <translation>无法读取文件%1，请确认文件存在且有权打开。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written; please choose another folder or close the program that holds it.</source>
        <translation>无法写入文件%1，请换一个文件夹，或关闭占用它的程序。</translation>
    </message>
    <message>
        <source>%1 is not a table; please choose an xlsx, xls, ods or csv file.</source>
        <translation>%1不是表格文件，请选择xlsx、xls、ods或csv文件。</translation>
    </message>
    <message>
        <source>%1 is protected with a password; please save it without one and try again.</source>
        <translation>%1有密码保护，请另存为无密码的文件后再试。</translation>
    </message>
    <message>
        <source>%1 is incomplete; please copy it again from where it came from.</source>
        <translation>%1不完整，请从来源处重新拷贝一次。</translation>
    </message>
    <message>
        <source>%1 is larger than permitted (%2); please split it and try again.</source>
        <translation>%1超出允许的大小（%2），请拆分后再试。</translation>
    </message>
    <message>
        <source>The characters of %1 cannot be read; please save it as UTF-8 or GB18030 and try again.</source>
        <translation>%1的文字编码无法识别，请另存为UTF-8或GB18030后再试。</translation>
    </message>
    <message>
        <source>No known header row was found in the first 10 rows of %1; please choose the kind of file by hand.</source>
        <translation>%1的前10行中没有找到可识别的表头，请手工选择文件类别。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is missing in %2; please add it or match the columns by hand.</source>
        <translation>%2中缺少“%1”列，请补上或手工对应列。</translation>
    </message>
    <message>
        <source>The policy pack %1 is not valid at %2 (%3); please correct it or use the one that came with the program.</source>
        <translation>政策包%1在%2处有误（%3），请更正，或使用随程序提供的政策包。</translation>
    </message>
    <message>
        <source>The pages could not be made (%1); please check the Chinese fonts and try again.</source>
        <translation>无法生成打印页（%1），请检查中文字体后再试。</translation>
    </message>
    <message>
        <source>The automatic backup failed, so nothing was done; please check the backup folder.</source>
        <translation>自动备份失败，没有继续操作，请检查备份文件夹。</translation>
    </message>
    <message>
        <source>Somebody else has changed this since you opened it; please look at the new values and enter yours again.</source>
        <translation>打开之后有人修改过此内容，请查看新值后重新填写。</translation>
    </message>
    <message>
        <source>The data file refused the change, nothing was changed; please try again and verify the data if it remains.</source>
        <translation>数据文件未接受修改，数据没有变化，请再试一次，如仍出现请校验数据。</translation>
    </message>
    <message>
        <source>There is no change of yours to take back or put back; please look at the list of changes.</source>
        <translation>没有可以撤销或恢复的本人操作，请查看操作记录。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>This month has not begun yet; please check this month or an earlier one.</source>
        <translation>该月份尚未开始，请检测本月或以前的月份。</translation>
    </message>
    <message>
        <source>The month %1 was checked already, and checks go forward only; please check %1 or a later month.</source>
        <translation>已检测过%1，检测只能按月份向后进行，请检测%1或以后的月份。</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>%1 (sheet %2, row %3)</source>
        <translation>%1（工作表%2，第%3行）</translation>
    </message>
    <message>
        <source>%1 (sheet %2)</source>
        <translation>%1（工作表%2）</translation>
    </message>
    <message>
        <source>%1 (row %2)</source>
        <translation>%1（第%2行）</translation>
    </message>
    <message>
        <source>Wrong password; please try again.</source>
        <translation>密码不对，请再试一次。</translation>
    </message>
    <message>
        <source>Wrong password; please try again in %1 seconds.</source>
        <translation>密码不对，请在%1秒后再试。</translation>
    </message>
    <message>
        <source>The mapping of the column &quot;%1&quot; names the field &quot;%2&quot;, which does not exist; please take one that &quot;ffp import fields&quot; lists.</source>
        <translation>列映射中“%1”列对应的字段“%2”不存在，请改用“ffp import fields”所列的字段。</translation>
    </message>
    <message>
        <source>The mapping names the column &quot;%1&quot;, which the file does not have; please write the header as it stands in the file.</source>
        <translation>列映射中的“%1”列在文件中没有，请按文件中的表头填写。</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入批次</translation>
    </message>
    <message>
        <source>Policy pack</source>
        <translation>政策包</translation>
    </message>
    <message>
        <source>Too many wrong passwords; please wait %1 seconds and try again then.</source>
        <translation>密码连续输错次数过多，请等待%1秒后再试。</translation>
    </message>
    <message>
        <source>This was taken back already (change %1); there is nothing left to do.</source>
        <translation>此项已经撤销（变更%1），无需再次撤销。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing, which the policy asks for (rule %2, %3); please fill it in.</source>
        <translation>缺少“%1”，按规定必须填写（规则%2，%3），请补充。</translation>
    </message>
    <message>
        <source>The division code does not fit the level; please give the code of 12 digits of a division of that level.</source>
        <translation>区划代码与级别不符，请填写该级别的12位区划代码。</translation>
    </message>
    <message>
        <source>The name of the office is missing; please enter it.</source>
        <translation>缺少单位名称，请填写。</translation>
    </message>
    <message>
        <source>The log-in name of the administrator is missing; please enter it.</source>
        <translation>缺少管理员登录名，请填写。</translation>
    </message>
    <message>
        <source>Saved by a newer version of the program; please install the newest version and open it there.</source>
        <translation>数据由更新版本的软件保存，请安装最新版本后再打开。</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than a table holds and was not read; please save it anew in a spreadsheet program.</source>
        <translation>%1展开后远超正常表格大小，未读取，请用表格软件重新另存后再试。</translation>
    </message>
    <message>
        <source>Merge of households</source>
        <translation>并户记录</translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation>列映射</translation>
    </message>
    <message>
        <source>There are no rows to paste; please copy them in the spreadsheet first.</source>
        <translation>没有可粘贴的行；请先在表格中复制。</translation>
    </message>
    <message>
        <source>The household has no number of the national system yet, by which rows are known; please enter it first.</source>
        <translation>该户还没有户编号，无法按户编号核对；请先填写户编号。</translation>
    </message>
    <message>
        <source>Some rows have errors; please correct them or take them out.</source>
        <translation>有的行存在错误；请改正或去掉这些行。</translation>
    </message>
    <message>
        <source>Please give the reason without anybody&apos;s number in it.</source>
        <translation>理由中请不要写证件号码或电话。</translation>
    </message>
    <message>
        <source>Please give the mapping a short name, such as that of the sender, without anybody&apos;s number in it.</source>
        <translation>请给映射起一个简短的名称，如报送单位，不要包含个人号码。</translation>
    </message>
    <message>
        <source>%1 (rule %2, %3); please choose what the policy permits.</source>
        <translation>%1（规则%2，%3），请改为政策允许的内容。</translation>
    </message>
    <message>
        <source>%1 is no column mapping; please take a JSON file of headers and fields, such as &quot;ffp import mapping export&quot; writes.</source>
        <translation>%1 不是列映射文件；请使用“ffp import mapping export”导出的 JSON 文件（表头与字段）。</translation>
    </message>
    <message>
        <source>Data-quality rule</source>
        <translation>数据质量规则</translation>
    </message>
    <message>
        <source>%1 has to be put right; only findings to answer and hints can be accepted with a reason.</source>
        <translation>%1必须改正；只有“须答复”和“提示”的疑点可以说明理由后保留。</translation>
    </message>
    <message>
        <source>Please give a reason for the values that you chose; nothing was imported.</source>
        <translation>请填写取值的原因；尚未导入任何内容。</translation>
    </message>
    <message>
        <source>%1 lists villages, one a row; the register holds households and persons and has no place for figures of villages, so nothing of it was read: please choose a list of households or persons.</source>
        <translation>%1是行政村信息表（一行一个村）；登记库只登记户和人，没有村级指标的位置，因此未读入任何内容：请选择户或人的名单。</translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Somebody dies or leaves…</source>
        <translation>死亡或离开…</translation>
    </message>
    <message>
        <source>Who leaves stays in the history of the household. With the last person the household ends.</source>
        <translation>离开的成员保留在本户的历史中；最后一人离开后，本户随之注销。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Another head…</source>
        <translation>更换户主…</translation>
    </message>
    <message>
        <source>The relations of all members are carried over to the new head.</source>
        <translation>全户成员的与户主关系按新户主重新确定。</translation>
    </message>
    <message>
        <source>Change the head</source>
        <translation>更换户主</translation>
    </message>
    <message>
        <source>Household splits…</source>
        <translation>分户…</translation>
    </message>
    <message>
        <source>The new household keeps village, kind of household and helpers; numbers and history stay with the old one.</source>
        <translation>新户沿用原户的村、户类型和帮扶责任人；户编号和历史留在原户。</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分户</translation>
    </message>
    <message>
        <source>Join another household…</source>
        <translation>并入另一户…</translation>
    </message>
    <message>
        <source>All members go into the other household; this one leaves the register with its number and history.</source>
        <translation>全部成员并入另一户；本户注销，户编号和历史保留。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并户</translation>
    </message>
    <message>
        <source>Entered by mistake…</source>
        <translation>误录作废…</translation>
    </message>
    <message>
        <source>The household leaves the register with all that is recorded of it; its history stays.</source>
        <translation>本户及其全部记录作废，历史保留。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Moves to another village…</source>
        <translation>迁到别的村…</translation>
    </message>
    <message>
        <source>All that is recorded of the household goes along; the old entry leaves the register with its history. Out of the area of this office the household ends as moved out.</source>
        <translation>该户的全部记录随迁；原村的户退出登记，历史保留。迁出本单位辖区的，按迁出处理，该户自然减少。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>迁移</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Not in the list; please choose a line or type its number.</source>
        <translation>不在选项中，请选择一项或输入其编号。</translation>
    </message>
    <message>
        <source>Show the whole value, which is recorded (Ctrl+E)</source>
        <translation>显示完整内容（将留下记录，Ctrl+E）</translation>
    </message>
    <message>
        <source>YYYYMMDD</source>
        <translation>年月日，如20201130</translation>
    </message>
    <message>
        <source>YYYYMM</source>
        <translation>年月，如202011</translation>
    </message>
    <message>
        <source>YYYY</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Several with a comma between</source>
        <translation>多项之间用逗号隔开</translation>
    </message>
    <message>
        <source>Numbers or words with a comma between</source>
        <translation>输入编号或文字，逗号隔开</translation>
    </message>
    <message>
        <source>Choose from the list (Alt+Down)</source>
        <translation>从列表中选择（Alt+↓）</translation>
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
        <translation>同一证件号码出现在两户，两行均已搁置，请确定此人属于哪一户。</translation>
    </message>
    <message>
        <source>Two members of one household have the same ID number; both rows are held, please check the certificates.</source>
        <translation>同一户内两人证件号码相同，两行均已搁置，请核对证件。</translation>
    </message>
    <message>
        <source>The ID number is already in another household of the register; the row is held, please decide where the person belongs.</source>
        <translation>该证件号码已在另一户名下，本行已搁置，请确定此人属于哪一户。</translation>
    </message>
    <message>
        <source>The household has more than one head; it is held as a whole, please mark exactly one head and import it again.</source>
        <translation>该户有两名户主，整户已搁置，请确定一名户主后重新导入。</translation>
    </message>
    <message>
        <source>The household has no head; it is held as a whole, please mark one head and import it again.</source>
        <translation>该户没有户主，整户已搁置，请确定户主后重新导入。</translation>
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
        <translation>名单内的户没有监测对象类别，整户已搁置，请补填后重新导入。</translation>
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
        <translation>公式结果出错，该行已搁置，请改正后重新导入。</translation>
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
        <translation>名单中没有这个户编号，该行已搁置，请先导入名单或改正户编号。</translation>
    </message>
    <message>
        <source>The household has two different rows for one year; both are held, please decide which is right.</source>
        <translation>同一户同一年度有两行且数据不同，均已搁置，请确定以哪一行为准。</translation>
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
        <translation>没有户编号也没有证件号码，该行已搁置，请补填其一后重新导入。</translation>
    </message>
    <message>
        <source>No household of the register fits; the row is held, please correct the number and import it again.</source>
        <translation>名单中找不到该户，该行已搁置，请改正后重新导入。</translation>
    </message>
    <message>
        <source>Household number and ID number belong to different households; the row is held, please correct it and import it again.</source>
        <translation>户编号与证件号码不是同一户，该行已搁置，请改正后重新导入。</translation>
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
    <message>
        <source>The ID number is masked with asterisks; please ask for the full number and import the row again.</source>
        <translation>证件号码被星号遮盖，请取得完整号码后重新导入该行。</translation>
    </message>
    <message>
        <source>The ID number says an age of more than 120 years; please compare with the certificate and import the row again.</source>
        <translation>证件号码显示年龄超过120岁，请核对证件后重新导入该行。</translation>
    </message>
    <message>
        <source>An invisible character in the ID number was removed.</source>
        <translation>已去除证件号码中的不可见字符。</translation>
    </message>
    <message>
        <source>The name holds a question mark, a box or an asterisk; please type the right character.</source>
        <translation>姓名中含有问号、方框或星号，请补录正确的字。</translation>
    </message>
    <message>
        <source>Separators in the phone number were removed.</source>
        <translation>已去除电话号码中的分隔符。</translation>
    </message>
    <message>
        <source>A bank account has 12 to 21 digits; please check it.</source>
        <translation>银行账号应为12至21位数字，请核对。</translation>
    </message>
    <message>
        <source>The amount was rounded to the decimals of the field.</source>
        <translation>金额已按本栏小数位数四舍五入。</translation>
    </message>
    <message>
        <source>The number was stored as a number and lost its last digits; please type it as text.</source>
        <translation>号码以数值形式存储，末尾数字已丢失，请以文本形式重新录入。</translation>
    </message>
    <message>
        <source>This is not a date; please type it as YYYY-MM-DD.</source>
        <translation>不是日期，请按“年-月-日”（如2026-10-31）录入。</translation>
    </message>
    <message>
        <source>The date does not exist; please type the right date.</source>
        <translation>该日期不存在，请录入正确的日期。</translation>
    </message>
    <message>
        <source>The date can be read in two ways; please type it as YYYY-MM-DD.</source>
        <translation>该日期有两种读法，请按“年-月-日”（如2026-10-31）录入。</translation>
    </message>
    <message>
        <source>The day is missing; please type the whole date.</source>
        <translation>缺少日，请录入完整日期。</translation>
    </message>
    <message>
        <source>The stated sex differs from the ID number; please check both.</source>
        <translation>所填性别与证件号码不一致，请核对。</translation>
    </message>
    <message>
        <source>The stated birth date differs from the ID number; please check both.</source>
        <translation>所填出生日期与证件号码不一致，请核对。</translation>
    </message>
    <message>
        <source>The household has more than one spouse of the head; please check the relations.</source>
        <translation>户内有两个以上配偶，请核对与户主关系。</translation>
    </message>
    <message>
        <source>One main cause and at most two different others are allowed; please correct them.</source>
        <translation>致贫原因为一个主要原因和最多两个次要原因，且不得重复，请更正。</translation>
    </message>
    <message>
        <source>At most five different risks are allowed; please correct them.</source>
        <translation>风险最多五项且不得重复，请更正。</translation>
    </message>
    <message>
        <source>Another sheet of this file fits too; please import it by its name if it is needed.</source>
        <translation>本文件另有一张工作表也符合，如有需要，请按表名导入。</translation>
    </message>
    <message>
        <source>A repeated header row was skipped.</source>
        <translation>已跳过重复的表头行。</translation>
    </message>
    <message>
        <source>The household itself is still held; the row waits until it is decided, please import it again then.</source>
        <translation>该户仍待处理，本行暂不导入，请在该户处理后重新导入。</translation>
    </message>
    <message>
        <source>The register has the household in another village; it stays there, please move it if that is right.</source>
        <translation>系统中该户在另一个村，未作变动；如确已迁移，请办理户迁移。</translation>
    </message>
    <message>
        <source>Rows of one household state this differently; the head&apos;s row counts, please check it.</source>
        <translation>同一户各行填写不一致，以户主行为准，请核对。</translation>
    </message>
    <message>
        <source>A member of the register is not in this file; nothing was removed, please check who has left.</source>
        <translation>系统中有一名成员不在本文件中，未作删除，请核实人员减少情况。</translation>
    </message>
    <message>
        <source>The year is missing; please add it and import the row again.</source>
        <translation>缺少年度，请补填后重新导入该行。</translation>
    </message>
    <message>
        <source>The register has the whole income statement of the year, which stays; this figure differs from it.</source>
        <translation>系统中已有该年度完整的收入核算，以其为准；本表数值与之不同。</translation>
    </message>
    <message>
        <source>Nobody of the register has this number; nothing to do.</source>
        <translation>系统中无此证件号码，无需处理。</translation>
    </message>
    <message>
        <source>The register has this number with another name; please decide whether it is the same person.</source>
        <translation>证件号码与系统一致但姓名不同，请确认是否同一人。</translation>
    </message>
    <message>
        <source>The row was corrected and imported before; nothing is taken from it again.</source>
        <translation>该行此前已改正并导入，本次不再重复导入。</translation>
    </message>
    <message>
        <source>No file has a column with this header of the mapping; please correct the header.</source>
        <translation>各文件中都没有列映射所写的这个表头，请改正映射中的表头。</translation>
    </message>
    <message>
        <source>The mapping gives this column a field that such a file does not have; please take another field.</source>
        <translation>列映射给该列指定的字段不属于此类文件，请改用其他字段。</translation>
    </message>
    <message>
        <source>Somebody decided to leave this row out for good; nothing is taken from it.</source>
        <translation>该行已定为不再处理，本次不导入。</translation>
    </message>
    <message>
        <source>A column is not known to the program; it is not read.</source>
        <translation>有本系统没有的列，不读取。</translation>
    </message>
    <message>
        <source>Several villages have this name; please add the township, or say once which village is meant, and import the row again.</source>
        <translation>有多个同名的村；请补充乡镇，或指定是哪个村，再导入该行。</translation>
    </message>
    <message>
        <source>Some formulas have no stored result and were read as empty; please open and save the file in a spreadsheet program, and import that.</source>
        <translation>部分公式没有保存计算结果，按空值读取；请用表格软件打开并保存该文件后再导入。</translation>
    </message>
    <message>
        <source>This very file was imported before; only what has changed since is written.</source>
        <translation>此文件以前导入过；只写入此后有变化的内容。</translation>
    </message>
    <message>
        <source>Newer data of this kind were imported already; older ones would take their place, please compare the changes.</source>
        <translation>已导入过更新的同类数据，本文件较旧，会覆盖新数据，请核对差异。</translation>
    </message>
    <message>
        <source>More than 1,000 × 10,000 yuan under a header in units of 10,000 yuan; please check whether the amount is in yuan.</source>
        <translation>表头单位为万元，金额超过1000万元；请核对是否以元填写。</translation>
    </message>
    <message>
        <source>A household of the register is not in this list; nothing was removed, please check whether it is missing.</source>
        <translation>登记库中的一户不在此名单中；未作删除，请核对是否遗漏。</translation>
    </message>
    <message>
        <source>The number of persons was changed here after a birth, a death, a move or a split; it stays, please check which number is right.</source>
        <translation>本地因出生、死亡、迁移或分户已改过人数，保留本地人数，请核对。</translation>
    </message>
    <message>
        <source>Somebody with this name and birth date is in the register; the row is loaded, please check whether it is the same person.</source>
        <translation>登记中已有同名同生日的人，本行照常导入，请核对是否同一人。</translation>
    </message>
    <message>
        <source>Somebody in this village has a name like it and the same birth date; the row is loaded, please check whether it is the same person.</source>
        <translation>本村有姓名相近、生日相同的人，本行照常导入，请核对是否同一人。</translation>
    </message>
    <message>
        <source>The end lies before the beginning; please check both dates.</source>
        <translation>结束日期早于开始日期，请核对两个日期。</translation>
    </message>
    <message>
        <source>It cannot be met while a test of the water is not; please check both.</source>
        <translation>有饮水指标未达标，结论不能为达标，请核对。</translation>
    </message>
    <message>
        <source>This person does not go out to work; nothing to record.</source>
        <translation>此人未外出务工，无须登记。</translation>
    </message>
    <message>
        <source>Only the month is given: a spell is counted from its first day, to its last one; what was written is kept.</source>
        <translation>只写了年月：开始按当月第一天、结束按当月最后一天登记，原文已保留。</translation>
    </message>
    <message>
        <source>The day cannot be read for certain; the row is held, please write it as YYYY-MM-DD and import it again.</source>
        <translation>日期无法确定；该行已搁置，请写成 YYYY-MM-DD 后重新导入。</translation>
    </message>
    <message>
        <source>When the spell of work began is missing; the row is held, please add the day and import it again.</source>
        <translation>缺少务工开始时间；该行已搁置，请补上后重新导入。</translation>
    </message>
    <message>
        <source>Nobody of the register has this ID number; the row is held, please correct it or enter the person first.</source>
        <translation>登记库中没有此证件号码的人；该行已搁置，请更正号码或先登记此人。</translation>
    </message>
    <message>
        <source>An earlier row says something else of the same spell; the row is held, please decide which one is right.</source>
        <translation>前面有一行对同一次务工写得不同；该行已搁置，请确定哪一行正确。</translation>
    </message>
</context>
<context>
    <name>GiveUp</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Give up what was typed?</source>
        <translation>放弃已填的内容？</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Open a page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>In a list: open the row. In a form: next field</source>
        <translation>列表中打开该行；表单中进入下一项</translation>
    </message>
    <message>
        <source>Next field, or out of a list</source>
        <translation>下一项，或离开列表</translation>
    </message>
    <message>
        <source>Copy the selected rows; sensitive numbers stay masked</source>
        <translation>复制选中的行，敏感号码不复制原文</translation>
    </message>
    <message>
        <source>Select several rows</source>
        <translation>选择多行</translation>
    </message>
    <message>
        <source>In a choice: the line with this number</source>
        <translation>选项中按编号选择</translation>
    </message>
    <message>
        <source>Show a masked value; this is recorded</source>
        <translation>显示隐去的内容，会留下记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>版本 %1，Qt %2</translation>
    </message>
    <message>
        <source>Watches over households that may fall into poverty or back into it: register, visits, month-end check, ledgers. Works without a network.

Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>用于防止返贫和新致贫的监测帮扶：农户档案、走访、月末排查、台账。不需要联网。

本程序是自由软件，按 GNU 通用公共许可证第3版或更新版本发布，不附带任何担保。</translation>
    </message>
</context>
<context>
    <name>HouseholdPages</name>
    <message>
        <source>Households</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
</context>
<context>
    <name>ImportPages</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>The same certificate number</source>
        <translation>证件号码相同</translation>
    </message>
    <message>
        <source>The same name and birth date</source>
        <translation>姓名和出生日期相同</translation>
    </message>
    <message>
        <source>The same name in one village; a birth date is missing</source>
        <translation>同村同名，缺出生日期</translation>
    </message>
    <message>
        <source>Names that sound alike, the same birth date, one village</source>
        <translation>同村同生日，姓名读音相同</translation>
    </message>
    <message>
        <source>Characters that are easily taken for each other, the same birth date, one village</source>
        <translation>同村同生日，姓名用字形近</translation>
    </message>
    <message>
        <source>One character of the name differs, the same birth date and sex, one village</source>
        <translation>同村同生日同性别，姓名差一字</translation>
    </message>
    <message>
        <source>The same household number</source>
        <translation>户编号相同</translation>
    </message>
    <message>
        <source>The same bank account</source>
        <translation>银行卡号相同</translation>
    </message>
</context>
<context>
    <name>MatchedBy</name>
    <message>
        <source>household number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
</context>
<context>
    <name>PasswordHint</name>
    <message>
        <source>At least 8 characters.</source>
        <translation>至少8位。</translation>
    </message>
    <message>
        <source>%1 more characters are needed.</source>
        <translation>还差%1位。</translation>
    </message>
    <message>
        <source>Weak: mix letters and digits, or make it longer.</source>
        <translation>强度弱：建议字母、数字混用或再长一些。</translation>
    </message>
    <message>
        <source>Good enough.</source>
        <translation>强度中。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强度高。</translation>
    </message>
    <message>
        <source>Too common: please take one that others do not think of.</source>
        <translation>太常见，请换一个别人想不到的密码。</translation>
    </message>
    <message>
        <source>The user name is no password; please take another one.</source>
        <translation>密码不能与用户名相同，请换一个。</translation>
    </message>
    <message>
        <source>Too easy to guess: please mix letters and digits.</source>
        <translation>太容易猜到，请混用字母和数字。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Data file to open.</source>
        <translation>要打开的数据文件。</translation>
    </message>
    <message>
        <source>Log-in name; the password comes from FFP_PASSWORD.</source>
        <translation>登录名；密码取自 FFP_PASSWORD。</translation>
    </message>
    <message>
        <source>Draw every page and dialog into this folder and end.</source>
        <translation>把每个页面和对话框画成图片存入该文件夹，然后结束。</translation>
    </message>
    <message>
        <source>Language: zh_CN or en.</source>
        <translation>界面语言：zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Size of the window, such as 1366x768.</source>
        <translation>窗口大小，如 1366x768。</translation>
    </message>
    <message>
        <source>light or dark.</source>
        <translation>主题：light 或 dark。</translation>
    </message>
    <message>
        <source>Size of the text: 0, 1 or 2.</source>
        <translation>字号：0、1 或 2。</translation>
    </message>
    <message>
        <source>Business date, for repeatable runs.</source>
        <translation>业务日期，用于可重复的运行。</translation>
    </message>
    <message>
        <source>Wrong options; see --help.</source>
        <translation>选项有误，请用 --help 查看。</translation>
    </message>
    <message>
        <source>Fangfanpin</source>
        <translation>防返贫监测帮扶</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>there is no such field</source>
        <translation>没有这个字段</translation>
    </message>
    <message>
        <source>a condition is FIELD OP VALUE</source>
        <translation>条件应写成“字段 比较符 值”</translation>
    </message>
    <message>
        <source>this value does not fit the field</source>
        <translation>值与该字段不符</translation>
    </message>
    <message>
        <source>sensitive fields take = only, and some cannot be asked for</source>
        <translation>敏感字段只能用等号查询，有的不能查询</translation>
    </message>
    <message>
        <source>a household has one head only</source>
        <translation>一户只能有一名户主</translation>
    </message>
    <message>
        <source>one administrator must stay</source>
        <translation>至少要保留一名系统管理员</translation>
    </message>
    <message>
        <source>must be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>is computed and cannot be typed</source>
        <translation>由系统计算，不能填写</translation>
    </message>
    <message>
        <source>this role may only look</source>
        <translation>该角色只能查看</translation>
    </message>
    <message>
        <source>must not lie in the future</source>
        <translation>不能晚于今天</translation>
    </message>
    <message>
        <source>&quot;no change&quot; cannot stand beside a change; please take one back</source>
        <translation>“无变化”不能与变化事项同时选择，请取消其一</translation>
    </message>
    <message>
        <source>must not lie before the day it was raised</source>
        <translation>不能早于预警触发日期</translation>
    </message>
    <message>
        <source>a code has 12 digits</source>
        <translation>区划代码应为12位数字</translation>
    </message>
    <message>
        <source>this is no code of a village</source>
        <translation>不是村级区划代码</translation>
    </message>
    <message>
        <source>the township of this code is not in the table</source>
        <translation>代码所属的乡镇不在区划表中</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>the level does not fit the code</source>
        <translation>级别与代码不符</translation>
    </message>
    <message>
        <source>the name is empty or too long</source>
        <translation>名称为空或过长</translation>
    </message>
    <message>
        <source>parent_code does not fit the code</source>
        <translation>上级代码与代码不符</translation>
    </message>
    <message>
        <source>the code occurs twice</source>
        <translation>代码重复</translation>
    </message>
    <message>
        <source>the division above it is neither in the file nor in the table</source>
        <translation>上级区划既不在文件中，也不在现有区划表中</translation>
    </message>
    <message>
        <source>there are no divisions in the file</source>
        <translation>文件中没有区划</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第%1行：%2</translation>
    </message>
    <message>
        <source>a household needs a head; please say who follows</source>
        <translation>户内必须有户主，请指定由谁接任户主</translation>
    </message>
    <message>
        <source>somebody must stay in a household, and somebody must go</source>
        <translation>分出和留下都必须有人</translation>
    </message>
    <message>
        <source>the named head is not the head of this household</source>
        <translation>登记的户主不是本户的户主</translation>
    </message>
    <message>
        <source>the household is no longer in the register</source>
        <translation>该户已不在册</translation>
    </message>
    <message>
        <source>please say what each member is to the head</source>
        <translation>请逐人填写与户主关系</translation>
    </message>
    <message>
        <source>this relation to the head does not fit the person</source>
        <translation>与户主关系与本人不符</translation>
    </message>
    <message>
        <source>this person is not in the household</source>
        <translation>该成员不在本户</translation>
    </message>
    <message>
        <source>both households are monitored; one of the two cases must end first</source>
        <translation>两户都在监测中，请先终结其中一户的监测</translation>
    </message>
    <message>
        <source>somebody with this certificate number is in a household already</source>
        <translation>该证件号码的人员已在册</translation>
    </message>
    <message>
        <source>day of the change</source>
        <translation>变动日期</translation>
    </message>
    <message>
        <source>reason of the change</source>
        <translation>变动原因</translation>
    </message>
    <message>
        <source>is not in the register</source>
        <translation>不在册</translation>
    </message>
    <message>
        <source>has this value already</source>
        <translation>已是该值</translation>
    </message>
    <message>
        <source>is in this person&apos;s care already</source>
        <translation>已由该责任人帮扶</translation>
    </message>
    <message>
        <source>was visited by this person on this day already</source>
        <translation>当天该人员已走访</translation>
    </message>
    <message>
        <source>must not lie before the birth</source>
        <translation>不能早于出生日期</translation>
    </message>
    <message>
        <source>the two households live in different villages; please say in which one from now on</source>
        <translation>两户不在同一个村，请指明合户后居住的村</translation>
    </message>
    <message>
        <source>the household is in this village already</source>
        <translation>该户已在这个村</translation>
    </message>
    <message>
        <source>an entry cannot be compared with itself</source>
        <translation>一条记录不能与自己比对</translation>
    </message>
    <message>
        <source>this person is recorded as dead; please take that back first</source>
        <translation>此人已登记死亡，请先撤销死亡登记</translation>
    </message>
    <message>
        <source>there is no such kind of record</source>
        <translation>没有这类记录</translation>
    </message>
    <message>
        <source>this cannot be counted here</source>
        <translation>这里不能统计该项</translation>
    </message>
    <message>
        <source>bands need rising numbers of a field with numbers</source>
        <translation>分段须为数字字段，且界值由小到大</translation>
    </message>
    <message>
        <source>must not be below 0</source>
        <translation>不能小于0</translation>
    </message>
    <message>
        <source>has more decimals than are kept</source>
        <translation>小数位数过多</translation>
    </message>
    <message>
        <source>must be 1 or more (HV-36)</source>
        <translation>应为1人以上（HV-36）</translation>
    </message>
    <message>
        <source>must be full months: 12, or the quarter or month itself</source>
        <translation>应为整月：12个整月，或该季度、该月</translation>
    </message>
    <message>
        <source>a period is 2020, 2020-09, 2020Q3 or 2019-09..2020-08</source>
        <translation>核算期写成 2020、2020-09、2020Q3 或 2019-09..2020-08</translation>
    </message>
    <message>
        <source>the policy pack has no such rule set (HV-36)</source>
        <translation>政策包中没有这个规则集（HV-36）</translation>
    </message>
    <message>
        <source>is not in force on that day</source>
        <translation>当日不在施行期内</translation>
    </message>
    <message>
        <source>the months follow different rule sets and make no sum</source>
        <translation>各月规则集不同，不能相加</translation>
    </message>
    <message>
        <source>this rule set has no factor for the item</source>
        <translation>该规则集对此项没有系数</translation>
    </message>
    <message>
        <source>must lie above 0 and not above 1</source>
        <translation>应大于0且不大于1</translation>
    </message>
    <message>
        <source>is there twice with the same person and factor; please put them together</source>
        <translation>同一成员、同一系数重复；请合并</translation>
    </message>
    <message>
        <source>the sum is too large</source>
        <translation>合计过大</translation>
    </message>
    <message>
        <source>insurance against poverty counts as item D6-14 already; please take one out</source>
        <translation>防贫保险已按 D6-14 计入；请去掉其中一处</translation>
    </message>
    <message>
        <source>the statement is computed from items; please change the items</source>
        <translation>该核算由分项算出；请改分项</translation>
    </message>
    <message>
        <source>its parts do not give it; please state it anew together with them</source>
        <translation>不是由各分项得出；请连同分项一并重填</translation>
    </message>
    <message>
        <source>is not the total divided by the persons</source>
        <translation>与总额除以人口数不符</translation>
    </message>
    <message>
        <source>is a kind of another category</source>
        <translation>不属于所选的措施类别</translation>
    </message>
    <message>
        <source>must not be below zero</source>
        <translation>不能为负数</translation>
    </message>
    <message>
        <source>must not lie before the beginning</source>
        <translation>不能早于开始日期</translation>
    </message>
    <message>
        <source>belongs to what is done or stopped; please correct the status</source>
        <translation>已落实或终止的才填此项，请改正状态</translation>
    </message>
    <message>
        <source>please say where the money comes from</source>
        <translation>填了金额须填资金来源</translation>
    </message>
    <message>
        <source>&quot;no money&quot; cannot stand beside an amount</source>
        <translation>填了金额，资金来源不能为“无资金”</translation>
    </message>
    <message>
        <source>please say how much of this money was used</source>
        <translation>填了资金来源，落实后须填金额</translation>
    </message>
    <message>
        <source>is no risk of this household</source>
        <translation>不是本户的风险</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>是空文件</translation>
    </message>
    <message>
        <source>is no jpg, png or pdf, whatever its name says</source>
        <translation>内容不是 jpg、png 或 pdf，与文件名无关</translation>
    </message>
    <message>
        <source>is damaged or not complete</source>
        <translation>已损坏或不完整</translation>
    </message>
    <message>
        <source>must not hold a certificate, account or phone number</source>
        <translation>不能含证件号码、账号或电话号码</translation>
    </message>
    <message>
        <source>the household has this file already</source>
        <translation>本户已有相同内容的附件</translation>
    </message>
    <message>
        <source>the attachments of this office would take more room than is set for them</source>
        <translation>超出本单位附件总容量上限</translation>
    </message>
    <message>
        <source>the policy of this office does not know it</source>
        <translation>本单位执行的政策没有此项</translation>
    </message>
    <message>
        <source>items</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>is there for this household already; please edit that entry</source>
        <translation>本户已有该年度的记录，请修改原记录</translation>
    </message>
    <message>
        <source>the household is not monitored; a risk belongs to a case</source>
        <translation>本户不是监测对象，风险须记在监测对象名下</translation>
    </message>
    <message>
        <source>the household has several cases; please say which one</source>
        <translation>本户有多个监测记录，请先选定其中一个</translation>
    </message>
    <message>
        <source>is not one of the list</source>
        <translation>不在选项中</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>a spell of this person that began on that day is there already</source>
        <translation>此人同一天开始的务工记录已经有了</translation>
    </message>
    <message>
        <source>must be filled in unless the spell is only planned</source>
        <translation>除计划外出务工外必须填写</translation>
    </message>
</context>
<context>
    <name>Restore</name>
    <message>
        <source>restored</source>
        <comment>part of a file name</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup was not restored; the present data file is untouched.</source>
        <translation>备份没有恢复，现在的数据文件没有改动。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Data files (*.ffp);;All files (*)</source>
        <translation>数据文件 (*.ffp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose the backup</source>
        <translation>选择备份文件</translation>
    </message>
    <message>
        <source>Name of the new data file</source>
        <translation>新数据文件的名称</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Reporter</source>
        <translation>填报员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审核员</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>审批员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查询员</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Rebuilding</source>
        <translation>正在重建</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Preparing pages</source>
        <translation>正在准备页面</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Collecting facts</source>
        <translation>正在汇集数据</translation>
    </message>
    <message>
        <source>Applying rules</source>
        <translation>正在按规则排查</translation>
    </message>
    <message>
        <source>Comparing with open alerts</source>
        <translation>正在与已有预警比对</translation>
    </message>
    <message>
        <source>Recognising the encoding</source>
        <translation>正在识别编码</translation>
    </message>
    <message>
        <source>Comparing with the register</source>
        <translation>正在与台账数据比对</translation>
    </message>
</context>
<context>
    <name>Verb</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import taken back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新增走访</translation>
    </message>
    <message>
        <source>Visit changed</source>
        <translation>修改走访</translation>
    </message>
    <message>
        <source>New household</source>
        <translation>新增农户</translation>
    </message>
    <message>
        <source>Household changed</source>
        <translation>修改农户</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新增成员</translation>
    </message>
    <message>
        <source>Member changed</source>
        <translation>修改成员</translation>
    </message>
    <message>
        <source>Entry changed</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新增记录</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Month-end check</source>
        <translation>月末排查</translation>
    </message>
    <message>
        <source>Due date of an alert</source>
        <translation>设定预警办结时限</translation>
    </message>
    <message>
        <source>State of an alert</source>
        <translation>处理预警</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Data file set up</source>
        <translation>建立数据文件</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新增用户</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>停用用户</translation>
    </message>
    <message>
        <source>Practice data</source>
        <translation>生成演示数据</translation>
    </message>
    <message>
        <source>Rows set aside dismissed</source>
        <translation>搁置行不再处理</translation>
    </message>
    <message>
        <source>Divisions imported</source>
        <translation>导入区划</translation>
    </message>
    <message>
        <source>Village added</source>
        <translation>增补村</translation>
    </message>
    <message>
        <source>Household split</source>
        <translation>分户</translation>
    </message>
    <message>
        <source>Households merged</source>
        <translation>并户</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>更换户主</translation>
    </message>
    <message>
        <source>Mistaken household taken out</source>
        <translation>误录户作废</translation>
    </message>
    <message>
        <source>Member came</source>
        <translation>人口增加</translation>
    </message>
    <message>
        <source>Member left</source>
        <translation>人口减少</translation>
    </message>
    <message>
        <source>Mistaken member taken out</source>
        <translation>误录成员作废</translation>
    </message>
    <message>
        <source>Helper of many households</source>
        <translation>批量指定责任人</translation>
    </message>
    <message>
        <source>Value of many households</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Visit to many households</source>
        <translation>批量登记走访</translation>
    </message>
    <message>
        <source>Finding answered</source>
        <translation>疑点答复</translation>
    </message>
    <message>
        <source>Household moved</source>
        <translation>整户迁移</translation>
    </message>
    <message>
        <source>Not the same household</source>
        <translation>认定不是同一户</translation>
    </message>
    <message>
        <source>Two entries of one person taken together</source>
        <translation>合并同一人的记录</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>认定不是同一人</translation>
    </message>
    <message>
        <source>Table saved</source>
        <translation>保存统计表</translation>
    </message>
    <message>
        <source>Table removed</source>
        <translation>删除统计表</translation>
    </message>
    <message>
        <source>Column mapping saved</source>
        <translation>保存列映射</translation>
    </message>
    <message>
        <source>Income statement</source>
        <translation>收入核算</translation>
    </message>
    <message>
        <source>Mistaken income statement taken out</source>
        <translation>作废录错的收入核算</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>新增帮扶措施</translation>
    </message>
    <message>
        <source>Measure changed</source>
        <translation>修改帮扶措施</translation>
    </message>
    <message>
        <source>Measure ended</source>
        <translation>结束帮扶措施</translation>
    </message>
    <message>
        <source>Mistaken measure taken out</source>
        <translation>作废误录的措施</translation>
    </message>
    <message>
        <source>New attachment</source>
        <translation>新增附件</translation>
    </message>
    <message>
        <source>Mistaken attachment taken out</source>
        <translation>作废误存的附件</translation>
    </message>
    <message>
        <source>New plan of help</source>
        <translation>制定帮扶方案</translation>
    </message>
    <message>
        <source>Plan of help changed</source>
        <translation>修改帮扶方案</translation>
    </message>
    <message>
        <source>Plan of help signed</source>
        <translation>方案签字</translation>
    </message>
    <message>
        <source>Plan of help ended</source>
        <translation>停用帮扶方案</translation>
    </message>
    <message>
        <source>Mistaken plan taken out</source>
        <translation>作废误录的方案</translation>
    </message>
    <message>
        <source>Mistaken entry taken out</source>
        <translation>撤销误录条目</translation>
    </message>
    <message>
        <source>Local value of the policy</source>
        <translation>政策本地取值</translation>
    </message>
    <message>
        <source>Matter started</source>
        <translation>启动事项</translation>
    </message>
    <message>
        <source>Record of a step</source>
        <translation>环节记录</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审核审批同意</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>不予通过</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>Check of the data</source>
        <translation>数据校验</translation>
    </message>
    <message>
        <source>Everything is as it was written</source>
        <translation>数据完好，与写入时一致</translation>
    </message>
    <message>
        <source>%1 faults were found</source>
        <translation>发现 %1 处问题</translation>
    </message>
    <message>
        <source>%1 entries of the log and %2 records were looked at.</source>
        <translation>共核对日志 %1 条、记录 %2 条。</translation>
    </message>
    <message>
        <source>What was found and what to do</source>
        <translation>问题和处理办法</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rebuild the tables</source>
        <translation>重建数据</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>VerifyText</name>
    <message>
        <source>This file is older than the one this PC worked with last (an old or restored copy); please go on with the newer file.</source>
        <translation>此文件比本机上次使用的数据旧（旧副本或恢复出的副本），请改用较新的文件。</translation>
    </message>
    <message>
        <source>A row differs from the log; please rebuild the tables.</source>
        <translation>有数据行与记录不一致，请重新生成各表。</translation>
    </message>
    <message>
        <source>The tables could not be compared with the log; please rebuild the tables.</source>
        <translation>各表无法与记录核对，请重新生成各表。</translation>
    </message>
    <message>
        <source>The list of users and sites differs from the log; please rebuild the tables.</source>
        <translation>用户和站点名单与记录不一致，请重新生成各表。</translation>
    </message>
    <message>
        <source>An attachment is damaged; please attach it again or restore a backup.</source>
        <translation>附件已损坏，请重新添加附件或恢复备份。</translation>
    </message>
    <message>
        <source>The structure of the file was changed by another program; please restore a backup.</source>
        <translation>文件结构被其他程序改动，请恢复备份。</translation>
    </message>
    <message>
        <source>Pages of the file are damaged; please restore a backup and check the disk.</source>
        <translation>文件部分内容已损坏，请恢复备份并检查磁盘。</translation>
    </message>
    <message>
        <source>A key or a user&apos;s way in is missing or was changed; please restore a backup.</source>
        <translation>密钥或用户登录凭据缺失或被改动，请恢复备份。</translation>
    </message>
    <message>
        <source>A decision is not signed by the person it names; please restore a backup and tell the county office.</source>
        <translation>有审批不是由署名人签署的，请恢复备份并报告县级部门。</translation>
    </message>
    <message>
        <source>An entry of the log was changed or is missing; please restore a backup and tell the county office.</source>
        <translation>记录被改动或缺失，请恢复备份并报告县级部门。</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>日志条目</translation>
    </message>
    <message>
        <source>series of entries</source>
        <translation>日志序列</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>log-in</source>
        <translation>登录账号</translation>
    </message>
</context>
<context>
    <name>VisitPages</name>
    <message>
        <source>Visits</source>
        <translation>走访记录</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新增走访</translation>
    </message>
</context>
<context>
    <name>ffp::cli::Cli</name>
    <message>
        <source>The site file.</source>
        <translation>数据文件。</translation>
    </message>
    <message>
        <source>Log-in name; the password comes from FFP_PASSWORD or --password-file.</source>
        <translation>登录名；密码取自环境变量 FFP_PASSWORD 或 --password-file。</translation>
    </message>
    <message>
        <source>File whose first line is the password.</source>
        <translation>第一行为密码的文件。</translation>
    </message>
    <message>
        <source>Answer with one JSON document.</source>
        <translation>以一个 JSON 文档回答。</translation>
    </message>
    <message>
        <source>Language of the sentences: zh_CN or en.</source>
        <translation>提示语言：zh_CN 或 en。</translation>
    </message>
    <message>
        <source>Business date, YYYY-MM-DD.</source>
        <translation>业务日期，格式 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示帮助。</translation>
    </message>
    <message>
        <source>%1 See `ffp %2 --help`.</source>
        <translation>%1 请看 `ffp %2 --help`。</translation>
    </message>
    <message>
        <source>Please call it as: ffp %1</source>
        <translation>请这样使用：ffp %1</translation>
    </message>
    <message>
        <source>Please give --today as YYYY-MM-DD.</source>
        <translation>请按 YYYY-MM-DD 填写 --today。</translation>
    </message>
    <message>
        <source>Makes a site file with invented households; log in as demo with the password of FFP_PASSWORD, or demo-2020-5 when there is none.</source>
        <translation>新建含虚构农户的数据文件；用 demo 登录，密码取自 FFP_PASSWORD，没有时为 demo-2020-5。</translation>
    </message>
    <message>
        <source>Number of households.</source>
        <translation>户数。</translation>
    </message>
    <message>
        <source>The same seed gives the same people.</source>
        <translation>相同的种子生成相同的人。</translation>
    </message>
    <message>
        <source>Division code of 12 digits.</source>
        <translation>12位区划代码。</translation>
    </message>
    <message>
        <source>Please give --households and --seed as numbers and --area as 12 digits of a village, township, county or province.</source>
        <translation>请把 --households 和 --seed 写成数字，--area 写成村、乡镇、县或省的12位区划代码。</translation>
    </message>
    <message>
        <source>Made %1 with %2 households and %3 persons.</source>
        <translation>已新建%1，共%2户%3人。</translation>
    </message>
    <message>
        <source>Lists households; S-class values are masked.</source>
        <translation>列出农户；敏感信息以掩码显示。</translation>
    </message>
    <message>
        <source>Column to sort by; a minus in front turns it round.</source>
        <translation>排序列；前加减号为倒序。</translation>
    </message>
    <message>
        <source>At most this many.</source>
        <translation>最多显示条数。</translation>
    </message>
    <message>
        <source>Please give --limit as a number.</source>
        <translation>请把 --limit 写成数字。</translation>
    </message>
    <message>
        <source>%1 households.</source>
        <translation>共%1户。</translation>
    </message>
    <message>
        <source>Shows one household with everything under it; --reveal shows S-class values and is logged.</source>
        <translation>显示一户的全部信息；--reveal 显示敏感信息并记入日志。</translation>
    </message>
    <message>
        <source>Also every change of every field.</source>
        <translation>同时显示每个字段的每次修改。</translation>
    </message>
    <message>
        <source>Show S-class values; written to the access log.</source>
        <translation>显示敏感信息，并记入访问日志。</translation>
    </message>
    <message>
        <source>Makes a new site file; the administrator&apos;s password comes from FFP_PASSWORD.</source>
        <translation>新建数据文件；管理员密码取自环境变量 FFP_PASSWORD。</translation>
    </message>
    <message>
        <source>village, township, county or province.</source>
        <translation>village 村、township 乡镇、county 县或 province 省。</translation>
    </message>
    <message>
        <source>Name of the office.</source>
        <translation>单位名称。</translation>
    </message>
    <message>
        <source>Log-in name of the administrator.</source>
        <translation>管理员登录名。</translation>
    </message>
    <message>
        <source>Name of the person.</source>
        <translation>姓名。</translation>
    </message>
    <message>
        <source>Policy pack.</source>
        <translation>政策包。</translation>
    </message>
    <message>
        <source>Please give --level as village, township, county or province.</source>
        <translation>请把 --level 写成 village、township、county 或 province。</translation>
    </message>
    <message>
        <source>Please add --%1.</source>
        <translation>请补上 --%1。</translation>
    </message>
    <message>
        <source>Made %1 for %2; log in as %3.</source>
        <translation>已为%2新建%1，请用%3登录。</translation>
    </message>
    <message>
        <source>Please give one of these commands; `ffp COMMAND --help` explains it:</source>
        <translation>请给出下列命令之一，用 `ffp 命令 --help` 查看说明：</translation>
    </message>
    <message>
        <source>Finds by name, pinyin, part of an ID number or phone, household number or village.</source>
        <translation>按姓名、拼音、证件号码或电话的一部分、户编号或村名查找。</translation>
    </message>
    <message>
        <source>%1 found.</source>
        <translation>找到%1条。</translation>
    </message>
    <message>
        <source>(disabled)</source>
        <translation>（已停用）</translation>
    </message>
    <message>
        <source>Adds a user; the new password is read from FFP_NEW_PASSWORD or --new-password-file.</source>
        <translation>添加用户；新密码取自环境变量 FFP_NEW_PASSWORD 或 --new-password-file。</translation>
    </message>
    <message>
        <source>reporter, reviewer, approver, admin or viewer.</source>
        <translation>reporter 填报、reviewer 审核、approver 审定、admin 管理员或 viewer 查看。</translation>
    </message>
    <message>
        <source>File whose first line is the new user&apos;s password.</source>
        <translation>第一行为新用户密码的文件。</translation>
    </message>
    <message>
        <source>Please give --role as reporter, reviewer, approver, admin or viewer.</source>
        <translation>请把 --role 写成 reporter、reviewer、approver、admin 或 viewer。</translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation>已添加%1。</translation>
    </message>
    <message>
        <source>Lists the users of the site.</source>
        <translation>列出本站点的用户。</translation>
    </message>
    <message>
        <source>Stops a user from logging in; what the user did stays.</source>
        <translation>停用一个用户，其以往操作保留。</translation>
    </message>
    <message>
        <source>Disabled %1.</source>
        <translation>已停用%1。</translation>
    </message>
    <message>
        <source>Records a visit or contact; without --changes it says that nothing changed. Several visitors are separated by commas.</source>
        <translation>登记一次走访或联系；不写 --changes 即为无变化。多名走访人用逗号分开。</translation>
    </message>
    <message>
        <source>Visit recorded; the household has %1 visits.</source>
        <translation>走访已登记，该户共有%1次走访。</translation>
    </message>
    <message>
        <source>Lists visits, newest first.</source>
        <translation>列出走访记录，最近的在前。</translation>
    </message>
    <message>
        <source>Of this household only.</source>
        <translation>只看这一户。</translation>
    </message>
    <message>
        <source>First day, YYYY-MM-DD.</source>
        <translation>起始日期，格式 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Last day, YYYY-MM-DD.</source>
        <translation>截止日期，格式 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>%1 visits.</source>
        <translation>共%1次走访。</translation>
    </message>
    <message>
        <source>Done (%1): %2 records changed.</source>
        <translation>已完成（%1）：更改%2条记录。</translation>
    </message>
    <message>
        <source>Takes back your last change.</source>
        <translation>撤销您最近一次的修改。</translation>
    </message>
    <message>
        <source>Puts back the change you took back last.</source>
        <translation>恢复您最近撤销的修改。</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>限期%1</translation>
    </message>
    <message>
        <source>The month-end check: evaluates every red-flag rule, opens, keeps and closes alerts. Running a month twice changes nothing.</source>
        <translation>月末检测：逐条核查预警规则，新开、保留和关闭预警。同一月份重复运行不产生变化。</translation>
    </message>
    <message>
        <source>Month to check, YYYY-MM.</source>
        <translation>检测月份，格式YYYY-MM。</translation>
    </message>
    <message>
        <source>Please give --month as YYYY-MM.</source>
        <translation>请用--month给出月份，格式YYYY-MM。</translation>
    </message>
    <message>
        <source>%1: %2 households checked; %3 alerts opened, %4 kept, %5 closed.</source>
        <translation>%1：检测%2户；新开预警%3条，保留%4条，关闭%5条。</translation>
    </message>
    <message>
        <source>Not evaluated:</source>
        <translation>未核查的规则：</translation>
    </message>
    <message>
        <source>Writes a ledger as .pdf, .xlsx or .csv; --list shows which there are.</source>
        <translation>把台账写成.pdf、.xlsx或.csv文件；--list列出有哪些台账。</translation>
    </message>
    <message>
        <source>Ids and titles of the ledgers.</source>
        <translation>台账的编号和名称。</translation>
    </message>
    <message>
        <source>File to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>Division code of the area.</source>
        <translation>行政区划代码。</translation>
    </message>
    <message>
        <source>The day that the ledger shows, YYYY-MM-DD.</source>
        <translation>台账截止日期，格式YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>masked, risks or full; anything but masked is noted in the access log.</source>
        <translation>masked（脱敏）、risks（显示风险）或full（完整）；除masked外均记入查阅记录。</translation>
    </message>
    <message>
        <source>Please give either --list or the name of one ledger.</source>
        <translation>请写明--list或一个台账编号。</translation>
    </message>
    <message>
        <source>Please give --out a file that ends in .pdf, .xlsx or .csv.</source>
        <translation>--out请指定以.pdf、.xlsx或.csv结尾的文件。</translation>
    </message>
    <message>
        <source>Please give --privacy as masked, risks or full.</source>
        <translation>--privacy 请填写 masked、risks 或 full。</translation>
    </message>
    <message>
        <source>Wrote %1: %2 rows on %3 pages.</source>
        <translation>已写入%1：共%2行%3页。</translation>
    </message>
    <message>
        <source>Wrote %1: %2 rows.</source>
        <translation>已写入%1：共%2行。</translation>
    </message>
    <message>
        <source>Checks hash chains, signatures and tables against the log.</source>
        <translation>校验记录链、签名，并将各表与记录核对。</translation>
    </message>
    <message>
        <source>Also compare every table row with the log.</source>
        <translation>逐行核对各表与记录是否一致。</translation>
    </message>
    <message>
        <source>In order: %1 log entries, %2 records.</source>
        <translation>校验无误：记录%1条，核对数据%2条。</translation>
    </message>
    <message>
        <source>%1 problems found; please read below what to do about each.</source>
        <translation>发现%1处问题，请按下面各条的提示处理。</translation>
    </message>
    <message>
        <source>Computes every table anew from the log.</source>
        <translation>按记录重新生成各表。</translation>
    </message>
    <message>
        <source>Rebuilt; %1 rows were different before.</source>
        <translation>已重新生成，其中%1行原先不一致。</translation>
    </message>
    <message>
        <source>Writes a checked copy of the site file.</source>
        <translation>写出一份经校验的数据文件备份。</translation>
    </message>
    <message>
        <source>Backed up to %1 (%2 bytes, checked).</source>
        <translation>已备份到%1（%2字节，已校验）。</translation>
    </message>
    <message>
        <source>Checks a backup and copies it to a new site file.</source>
        <translation>校验备份并复制为新的数据文件。</translation>
    </message>
    <message>
        <source>Restored to %1 (%2 bytes, checked).</source>
        <translation>已恢复到%1（%2字节，已校验）。</translation>
    </message>
    <message>
        <source>%1 alerts.</source>
        <translation>共%1条预警。</translation>
    </message>
    <message>
        <source>Of this rule only.</source>
        <translation>只列该规则。</translation>
    </message>
    <message>
        <source>Of this level only: red, orange or yellow.</source>
        <translation>只列该级别：red、orange或yellow。</translation>
    </message>
    <message>
        <source>Also those that are closed or were found not true.</source>
        <translation>包括已消除和核查不属实的。</translation>
    </message>
    <message>
        <source>Sets the due date of an alert, or what a person found: open, confirmed, acting, refuted or closed. A red alert needs a due date before it is acted on or closed; closing and refuting need the action and the reviewer.</source>
        <translation>设置预警的消除期限或核查结果：open、confirmed、acting、refuted或closed。红色预警处置或消除前须有期限；消除和核查不属实须填处置措施和审核人。</translation>
    </message>
    <message>
        <source>To be settled by, YYYY-MM-DD.</source>
        <translation>消除期限，格式YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>open, confirmed, acting, refuted or closed.</source>
        <translation>open、confirmed、acting、refuted或closed。</translation>
    </message>
    <message>
        <source>What was done.</source>
        <translation>处置措施。</translation>
    </message>
    <message>
        <source>Who confirmed it.</source>
        <translation>审核人。</translation>
    </message>
    <message>
        <source>Please give the id of the alert, and --due or --state.</source>
        <translation>请给出预警的编号，以及--due或--state。</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 loaded, %4 unchanged, %5 set aside.</source>
        <translation>%1：共%2行，导入%3行，无变化%4行，搁置%5行。</translation>
    </message>
    <message>
        <source> Households: %1 new, %2 changed, %3 unchanged.</source>
        <translation>户：新增%1，变更%2，无变化%3。</translation>
    </message>
    <message>
        <source> Persons: %1 new, %2 changed, %3 unchanged.</source>
        <translation>人：新增%1，变更%2，无变化%3。</translation>
    </message>
    <message>
        <source> Visits: %1 new, %2 changed, %3 unchanged.</source>
        <translation>走访：新增%1，变更%2，无变化%3。</translation>
    </message>
    <message>
        <source>  row %1 %2: %3</source>
        <translation>  第%1行%2列：%3</translation>
    </message>
    <message>
        <source>  Rows set aside: %1. Please correct them there and import that file.</source>
        <translation>  搁置的行已写入%1，请在其中改正后导入该文件。</translation>
    </message>
    <message>
        <source>Import number %1; `ffp import undo %1` takes it back.</source>
        <translation>导入批次号%1，可用 ffp import undo %1 撤销。</translation>
    </message>
    <message>
        <source>Reads registry exports and department files; rows with an error are set aside in the report.</source>
        <translation>读取系统导出表和部门比对表；有错误的行搁置到报告文件。</translation>
    </message>
    <message>
        <source>Kind of file; auto recognises it.</source>
        <translation>文件种类，auto 为自动识别。</translation>
    </message>
    <message>
        <source>JSON file: header → field.</source>
        <translation>JSON 文件：表头 → 字段。</translation>
    </message>
    <message>
        <source>Name of the sheet; without it the first one that fits.</source>
        <translation>工作表名；不填则取第一张符合的。</translation>
    </message>
    <message>
        <source>Show what would happen, write nothing.</source>
        <translation>只显示结果，不写入。</translation>
    </message>
    <message>
        <source>Write the rows set aside here (.csv or .xlsx).</source>
        <translation>把搁置的行写入此文件（.csv 或 .xlsx）。</translation>
    </message>
    <message>
        <source>Takes one import back as a whole, or says what newer facts forbid it.</source>
        <translation>整批撤销一次导入；如有后续变更不能撤销，则说明原因。</translation>
    </message>
    <message>
        <source>Please give the import number that the import answered.</source>
        <translation>请填写导入时给出的批次号。</translation>
    </message>
    <message>
        <source>Import %1 was taken back.</source>
        <translation>第%1批导入已撤销。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>household number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>  %1, %2 (%3)</source>
        <translation>  %1&#x3000;%2（%3）</translation>
    </message>
    <message>
        <source>Only open ones whose due date is over.</source>
        <translation>只列出已超过消除期限、尚未消除的预警。</translation>
    </message>
    <message>
        <source>Please give the village as a code of 12 digits.</source>
        <translation>请填写12位的行政村区划代码。</translation>
    </message>
    <message>
        <source>Lists alerts: open ones first, red before orange before yellow, then by due date; --reveal shows S-class values and is logged.</source>
        <translation>列出预警：未消除的在前，按红、橙、黄和期限排列；--reveal 显示敏感信息并记入日志。</translation>
    </message>
    <message>
        <source>Lists the rows that imports set aside and nothing has settled since.</source>
        <translation>列出各次导入搁置、至今未处理的行。</translation>
    </message>
    <message>
        <source>%1: %2 row %3, %4 %5: %6</source>
        <translation>%1：%2 第%3行，%4 %5：%6</translation>
    </message>
    <message>
        <source>%1 rows are set aside.</source>
        <translation>共搁置 %1 行。</translation>
    </message>
    <message>
        <source>Leaves rows that were set aside out for good; `ffp undo` takes it back.</source>
        <translation>把搁置的行定为不再处理；`ffp undo` 可撤销。</translation>
    </message>
    <message>
        <source>Why; without numbers of certificates or phones.</source>
        <translation>理由；请勿填写证件号码、电话。</translation>
    </message>
    <message>
        <source>Please give the ids of rows as `ffp import held` lists them.</source>
        <translation>请填写 `ffp import held` 列出的行编号。</translation>
    </message>
    <message>
        <source>Please give the reason with --reason.</source>
        <translation>请用 --reason 填写理由。</translation>
    </message>
    <message>
        <source>%1 rows are left out for good.</source>
        <translation>已有 %1 行定为不再处理。</translation>
    </message>
    <message>
        <source>Lists the fields that a column mapping (--map) can name.</source>
        <translation>列出列映射（--map）可用的字段。</translation>
    </message>
    <message>
        <source>There is no kind of file called &quot;%1&quot;; `ffp import fields` lists them all.</source>
        <translation>没有“%1”这种文件类型；`ffp import fields` 列出全部类型。</translation>
    </message>
    <message>
        <source>A4 or A3, landscape.</source>
        <translation>纸张，A4 或 A3，横向。</translation>
    </message>
    <message>
        <source>Please give --paper as A4 or A3.</source>
        <translation>--paper 请写 A4 或 A3。</translation>
    </message>
    <message>
        <source>Please give the new user&apos;s own password with --new-password-file FILE or in FFP_NEW_PASSWORD.</source>
        <translation>请用“--new-password-file 文件”或环境变量 FFP_NEW_PASSWORD 给出新用户本人的密码。</translation>
    </message>
    <message>
        <source>The register has nothing yet for the columns %1.</source>
        <translation>以下栏目暂无登记数据：%1。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未填姓名）</translation>
    </message>
    <message>
        <source>(imported)</source>
        <translation>（导入）</translation>
    </message>
    <message>
        <source>(added here)</source>
        <translation>（本地增补）</translation>
    </message>
    <message>
        <source>Imports the divisions of another province: a CSV with the columns code, level, name and parent_code, in UTF-8 or GB18030. All of the file, or nothing when one row is wrong. For administrators.</source>
        <translation>导入其他省份的区划表：CSV 文件，含 code、level、name、parent_code 四列，编码为 UTF-8 或 GB18030。全部导入；有一行不对则全不导入。限管理员使用。</translation>
    </message>
    <message>
        <source>%1 divisions read: %2 added, %3 renamed, %4 as before.</source>
        <translation>共读取区划 %1 条：新增 %2 条，更名 %3 条，未变 %4 条。</translation>
    </message>
    <message>
        <source>Adds a village that the table of divisions lacks, under a township of the site&apos;s area. For administrators.</source>
        <translation>在本单位辖区的乡镇下增补区划表中没有的村。限管理员使用。</translation>
    </message>
    <message>
        <source>Added %1 (%2).</source>
        <translation>已增补%1（%2）。</translation>
    </message>
    <message>
        <source>Lists the divisions below one; without --under below the site.</source>
        <translation>列出某区划的下级区划；不写 --under 时列出本单位的下级区划。</translation>
    </message>
    <message>
        <source>Please give --under as 12 digits.</source>
        <translation>--under 请填写12位区划代码。</translation>
    </message>
    <message>
        <source>Divisions of another province, as for `ffp divisions import`.</source>
        <translation>其他省份的区划表，格式同 `ffp divisions import`。</translation>
    </message>
    <message>
        <source>Conditions joined by and; OP is = != &lt; &lt;= &gt; &gt;= or ~ (contains). FIELD is one of: %1.</source>
        <translation>条件用 and 连接；比较符为 = != &lt; &lt;= &gt; &gt;= 或 ~（包含）。字段可用：%1。</translation>
    </message>
    <message>
        <source>%1: compared %2 rows; %3 persons are in the register, %4 are not; nothing of it is stored yet.</source>
        <translation>%1：核对%2行，其中%3人在台账中，%4人不在；内容尚不入库。</translation>
    </message>
    <message>
        <source> %1 rows could not be compared.</source>
        <translation>%1行无法核对。</translation>
    </message>
    <message>
        <source>√ means yes and × means no in these files.</source>
        <translation>这些文件中√表示“是”，×表示“否”。</translation>
    </message>
    <message>
        <source>Replace a file of that name.</source>
        <translation>替换同名文件。</translation>
    </message>
    <message>
        <source>Please give --%1 as one of: %2.</source>
        <translation>--%1 只能是：%2。</translation>
    </message>
    <message>
        <source>Day of the change, YYYY-MM-DD; today when it is left out.</source>
        <translation>变动日期，格式YYYY-MM-DD；不写为今天。</translation>
    </message>
    <message>
        <source>Why; stands in the history of every entry that changes.</source>
        <translation>变动原因，记入每条变动记录的历史。</translation>
    </message>
    <message>
        <source>The member who becomes head: id, person number or name.</source>
        <translation>接任户主的成员：标识、人编号或姓名。</translation>
    </message>
    <message>
        <source>What a member is to the new head, by word or code; may be given several times.</source>
        <translation>成员与新户主的关系，写名称或代码；可多次给出。</translation>
    </message>
    <message>
        <source>A field and its value; may be given several times.</source>
        <translation>字段及其值；可多次给出。</translation>
    </message>
    <message>
        <source>Only shows what the members would be to the new head; &quot;?&quot; marks what is to be said with --relation.</source>
        <translation>只显示各成员与新户主的关系；带“?”的须用--relation说明。</translation>
    </message>
    <message>
        <source>%1  (no longer in the register)</source>
        <translation>%1  （已不在册）</translation>
    </message>
    <message>
        <source>Founds a new household of some members of one; when its head goes, --remaining-head says who follows.</source>
        <translation>分户：由部分成员另立新户；原户主分出时，用--remaining-head指定原户的新户主。</translation>
    </message>
    <message>
        <source>Who leaves; may be given several times.</source>
        <translation>分出的成员；可多次给出。</translation>
    </message>
    <message>
        <source>Who becomes head of those who stay.</source>
        <translation>原户由谁接任户主。</translation>
    </message>
    <message>
        <source>stay or follow: where the monitoring case and the alerts of the whole household go.</source>
        <translation>stay或follow：监测和整户预警留在原户还是随新户。</translation>
    </message>
    <message>
        <source>Please give --cases as stay or follow.</source>
        <translation>请用--cases给出stay或follow。</translation>
    </message>
    <message>
        <source>Please give --member for everybody who leaves, and --head.</source>
        <translation>请用--member逐个给出分出的成员，并用--head指定新户户主。</translation>
    </message>
    <message>
        <source>Takes the latest merge of a household apart, or says what newer facts forbid it.</source>
        <translation>撤销一户最近一次并户；有后续变动时说明原因。</translation>
    </message>
    <message>
        <source>Makes another member the head and carries the relations over.</source>
        <translation>更换户主，并重新确定成员关系。</translation>
    </message>
    <message>
        <source>Please say with --head who becomes head.</source>
        <translation>请用--head指定由谁接任户主。</translation>
    </message>
    <message>
        <source>Takes a household that was entered by mistake out of the register, with its reason.</source>
        <translation>把误录的户作废，并记下原因。</translation>
    </message>
    <message>
        <source>Somebody comes into a household: birth, marry_in, return or other_in.</source>
        <translation>人口增加：birth（新生）、marry_in（婚入）、return（回迁）或other_in（其他增加）。</translation>
    </message>
    <message>
        <source>birth, marry_in, return or other_in.</source>
        <translation>birth、marry_in、return或other_in。</translation>
    </message>
    <message>
        <source>Somebody leaves a household: death, marry_out, move_out or other_out; when it is the head, --head says who follows.</source>
        <translation>人口减少：death（死亡）、marry_out（婚出）、move_out（迁出）或other_out（其他减少）；户主离开时用--head指定接任的户主。</translation>
    </message>
    <message>
        <source>The household of the member.</source>
        <translation>成员所在的户。</translation>
    </message>
    <message>
        <source>death, marry_out, move_out or other_out.</source>
        <translation>death、marry_out、move_out或other_out。</translation>
    </message>
    <message>
        <source>Please give the household with --household.</source>
        <translation>请用--household指定户。</translation>
    </message>
    <message>
        <source>Corrects fields of a member, or takes a mistaken entry out of the register with --void.</source>
        <translation>更正成员信息；误录的用--void作废。</translation>
    </message>
    <message>
        <source>The entry was a mistake.</source>
        <translation>该条为误录。</translation>
    </message>
    <message>
        <source>Please give the household with --household, and either --set or --void.</source>
        <translation>请用--household指定户，并在--set和--void中选一个。</translation>
    </message>
    <message>
        <source>Conditions joined by and, as for household list.</source>
        <translation>筛选条件，用and连接，写法同household list。</translation>
    </message>
    <message>
        <source>Only says what would be done, and what not and why.</source>
        <translation>只说明将办理哪些、哪些不办理及原因。</translation>
    </message>
    <message>
        <source>Please name the households, or choose them with --where or --area.</source>
        <translation>请写出户，或用--where、--area筛选。</translation>
    </message>
    <message>
        <source>%1 of %2 done.</source>
        <translation>共%2户，已办理%1户。</translation>
    </message>
    <message>
        <source>Gives many households a helper from a day on; who held the role until then gets that day as the last one.</source>
        <translation>批量指定帮扶责任人：自某日起；原责任人以该日为止。</translation>
    </message>
    <message>
        <source>First day, YYYY-MM-DD; today when it is left out.</source>
        <translation>开始日期，格式YYYY-MM-DD；不写为今天。</translation>
    </message>
    <message>
        <source>Why the former helper ends, by word or code.</source>
        <translation>原责任人变更原因，写名称或代码。</translation>
    </message>
    <message>
        <source>Sets fields of many households.</source>
        <translation>批量修改农户的项目。</translation>
    </message>
    <message>
        <source>Please give --set and --reason.</source>
        <translation>请给出--set和--reason。</translation>
    </message>
    <message>
        <source>Records the same visit or contact without changes for many households.</source>
        <translation>为多户登记同一次无变化的走访或联系。</translation>
    </message>
    <message>
        <source>answered: %1</source>
        <translation>已答复：%1</translation>
    </message>
    <message>
        <source>One rule only, such as DQ-101.</source>
        <translation>只核查一条规则，如 DQ-101。</translation>
    </message>
    <message>
        <source>One level only: E, W or H.</source>
        <translation>只核查一个级别：E、W或H。</translation>
    </message>
    <message>
        <source>The data-quality rules: what in the register cannot be right. E blocks reporting upward (the command then ends with 1), W must be answered, H is a hint. Nothing is written.</source>
        <translation>数据质量核查：登记库中不可能正确的内容。E级必须改正才能上报（命令返回1），W级须答复，H级为提示。不写入任何内容。</translation>
    </message>
    <message>
        <source>Those that were answered, too.</source>
        <translation>含已答复的疑点。</translation>
    </message>
    <message>
        <source>Also as a table: .xlsx or .csv.</source>
        <translation>同时存为表格：.xlsx或.csv。</translation>
    </message>
    <message>
        <source>Please give --level as E, W or H.</source>
        <translation>--level请填E、W或H。</translation>
    </message>
    <message>
        <source>Please give --out a name that ends in .xlsx or .csv.</source>
        <translation>--out的文件名请以.xlsx或.csv结尾。</translation>
    </message>
    <message>
        <source>%1: %2 households looked at; open findings: E %3, W %4, H %5; answered: %6.</source>
        <translation>%1：核查%2户；未处理疑点：E级%3条，W级%4条，H级%5条；已答复%6条。</translation>
    </message>
    <message>
        <source>Says why findings of one rule may stand, of one household or of all. They come back when their values change; `ffp undo` takes the answer back.</source>
        <translation>说明一条规则的疑点为什么可以保留，可只答复一户，也可全部。数值改变后疑点重新出现；“ffp undo”可撤销答复。</translation>
    </message>
    <message>
        <source>Household number or id.</source>
        <translation>户编号或标识。</translation>
    </message>
    <message>
        <source>%1 findings answered.</source>
        <translation>已答复%1条疑点。</translation>
    </message>
    <message>
        <source>12-digit code of the village.</source>
        <translation>村的 12 位区划代码。</translation>
    </message>
    <message>
        <source>Takes the members of one household into another; the first one leaves the register with its history. When they live in two villages, --area says where they live from now on.</source>
        <translation>把一户的成员并入另一户；前一户退出登记，历史保留。两户不在同一村时，用 --area 指明合户后的居住村。</translation>
    </message>
    <message>
        <source>A household goes to another village with all that is recorded of it. Out of the area of this office its members are entered as moved out and it leaves the register.</source>
        <translation>一户连同全部记录迁到另一村。迁出本单位辖区的，成员记为迁出，该户退出登记。</translation>
    </message>
    <message>
        <source>The village, or out.</source>
        <translation>迁入村的区划代码；迁出辖区填 out。</translation>
    </message>
    <message>
        <source>Only counts what would go along.</source>
        <translation>只列出随迁记录的数量。</translation>
    </message>
    <message>
        <source>Please say with --to where the household goes.</source>
        <translation>请用 --to 指明迁往何处。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Remembers that two entries that look alike are not one; --undo forgets it.</source>
        <translation>记下两条相似的记录不是同一人（户）；--undo 撤销这一认定。</translation>
    </message>
    <message>
        <source>They may be one after all.</source>
        <translation>仍可能是同一人（户）。</translation>
    </message>
    <message>
        <source>Entries that may be one person twice, the surest first.</source>
        <translation>疑似重复的人员，把握大的在前。</translation>
    </message>
    <message>
        <source>Entries that may be one household twice, the surest first.</source>
        <translation>疑似重复的户，把握大的在前。</translation>
    </message>
    <message>
        <source>Takes two entries of one person together: KEEP stays, and what names DROP names it from now on.</source>
        <translation>把同一人的两条记录合并：保留 KEEP，原来指向 DROP 的记录改为指向它。</translation>
    </message>
    <message>
        <source>A field whose value is that of DROP; may be given several times.</source>
        <translation>取 DROP 的值的字段，可多次给出。</translation>
    </message>
    <message>
        <source>Who follows DROP as head of its household, if others stay there.</source>
        <translation>DROP 是户主且户内还有他人时，由谁接任户主。</translation>
    </message>
    <message>
        <source>Only shows in what they differ.</source>
        <translation>只列出两条记录的差异。</translation>
    </message>
    <message>
        <source>Takes the latest merge of a person apart, or says what newer facts forbid it.</source>
        <translation>拆开一个人最近一次的合并；有较新的改动时说明原因。</translation>
    </message>
    <message>
        <source>What the table is about: household, member, visit …; see table fields.</source>
        <translation>统计对象：household、member、visit 等，见 table fields。</translation>
    </message>
    <message>
        <source>Conditions, such as &quot;年龄&gt;=60 and no visit.visited_on&gt;=2026-10-01&quot;.</source>
        <translation>条件，如“年龄&gt;=60 and no visit.visited_on&gt;=2026-10-01”。</translation>
    </message>
    <message>
        <source>What to list, separated by commas.</source>
        <translation>要列出的列，用逗号隔开。</translation>
    </message>
    <message>
        <source>What to count by; may be repeated; age:16,60 makes bands.</source>
        <translation>分组字段，可重复；age:16,60 表示分段。</translation>
    </message>
    <message>
        <source>What to count: households, persons, records, sum:FIELD, mean:FIELD, min:FIELD, max:FIELD; may be repeated.</source>
        <translation>指标：households、persons、records、sum:字段、mean:字段、min:字段、max:字段，可重复。</translation>
    </message>
    <message>
        <source>Lists what tables can be about, or the fields of one of these.</source>
        <translation>列出可统计的对象，或某一对象的字段。</translation>
    </message>
    <message>
        <source>Please name one of the words that table fields lists.</source>
        <translation>请填写 table fields 列出的名称之一。</translation>
    </message>
    <message>
        <source>Lists the tables of the policy pack and those that were saved.</source>
        <translation>列出政策包自带和已保存的统计表。</translation>
    </message>
    <message>
        <source>File to write: .pdf, .xlsx or .csv.</source>
        <translation>要写入的文件：.pdf、.xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>Sensitive facts in full; noted in the access log.</source>
        <translation>敏感信息全部显示，并记入查看日志。</translation>
    </message>
    <message>
        <source>Lists or counts records of the register by saved name or by the options; says below what each figure means.</source>
        <translation>按已保存的名称或选项列出、统计台账记录，并在下方说明每个指标的含义。</translation>
    </message>
    <message>
        <source>Please give either the name of a saved table or what the table is made of.</source>
        <translation>请填写已保存的统计表名称，或者用选项说明统计内容，二者选一。</translation>
    </message>
    <message>
        <source>Keeps a table under a name; the same name replaces it.</source>
        <translation>按名称保存统计表，同名的会被替换。</translation>
    </message>
    <message>
        <source>Please say what the table is made of.</source>
        <translation>请用选项说明统计内容。</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>Takes a saved table out.</source>
        <translation>删除已保存的统计表。</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Writes the definition of a table to a file for another office; no data of the register.</source>
        <translation>把统计表的定义写成文件供其他单位使用，不含台账数据。</translation>
    </message>
    <message>
        <source>Please give --out the file to write.</source>
        <translation>请用 --out 指定要写入的文件。</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Keeps the table that another office wrote with table export.</source>
        <translation>保存其他单位用 table export 写出的统计表。</translation>
    </message>
    <message>
        <source>%1 attachments; those of the office take %2 of %3 MB.</source>
        <translation>共%1份附件；本单位附件已用%2 MB，上限%3 MB。</translation>
    </message>
    <message>
        <source>About this member: id, person number or name.</source>
        <translation>涉及成员：编号、人编号或姓名。</translation>
    </message>
    <message>
        <source>Keeps a scan or photo (jpg, png, pdf) of a household, encrypted in the data file.</source>
        <translation>为一户保存扫描件或照片（jpg、png、pdf），加密存入数据文件。</translation>
    </message>
    <message>
        <source>Lists the attachments of a household, and the room that is left.</source>
        <translation>列出一户的附件和剩余容量。</translation>
    </message>
    <message>
        <source>Saves a copy of an attachment in the open; written to the access log.</source>
        <translation>另存附件（不加密），写入访问记录。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>Please name the file to write with --out.</source>
        <translation>请用 --out 写明要写入的文件。</translation>
    </message>
    <message>
        <source>Takes out an attachment that was kept by mistake; its history stays.</source>
        <translation>作废误存的附件，变更记录仍保留。</translation>
    </message>
    <message>
        <source>Why; stands in the history.</source>
        <translation>原因，写入变更记录。</translation>
    </message>
    <message>
        <source>Recorded; the household has %1 measures.</source>
        <translation>已登记，本户共有%1项措施。</translation>
    </message>
    <message>
        <source>Recorded; the household has %1 plans.</source>
        <translation>已登记，本户共有%1份方案。</translation>
    </message>
    <message>
        <source>Day of the end, YYYY-MM-DD; today when it is left out.</source>
        <translation>日期，YYYY-MM-DD，不写为今天。</translation>
    </message>
    <message>
        <source>Please say with --set what changes.</source>
        <translation>请用 --set 写明修改内容。</translation>
    </message>
    <message>
        <source>  row %1 %2: %3 → %4</source>
        <translation>  第 %1 行 %2：%3 → %4</translation>
    </message>
    <message>
        <source> (typed here on %1 by %2)</source>
        <translation>（%2 于 %1 在本地修改）</translation>
    </message>
    <message>
        <source>; stays as it is here</source>
        <translation>；保留本地</translation>
    </message>
    <message>
        <source>  Saved mappings for such files: %1; --mapping NAME reads by one of them.</source>
        <translation>  适用于此表头的已存映射：%1；用 --mapping 名称 读取。</translation>
    </message>
    <message>
        <source>The mapping &quot;%1&quot; is saved: %2 columns.</source>
        <translation>映射“%1”已保存：%2 列。</translation>
    </message>
    <message>
        <source>Lists the saved column mappings of senders.</source>
        <translation>列出已保存的报送单位列映射。</translation>
    </message>
    <message>
        <source>%1: %2 columns</source>
        <translation>%1：%2 列</translation>
    </message>
    <message>
        <source>%1 mappings are saved.</source>
        <translation>共保存 %1 个映射。</translation>
    </message>
    <message>
        <source>Saves how the files of a sender are read, for all files with the headers of this one.</source>
        <translation>保存某报送单位文件的读取方式，用于表头相同的文件。</translation>
    </message>
    <message>
        <source>Writes a saved mapping into a file, for another office.</source>
        <translation>把已保存的映射写入文件，供其他单位使用。</translation>
    </message>
    <message>
        <source>The file.</source>
        <translation>文件。</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Saves the mapping that a file holds.</source>
        <translation>保存文件中的映射。</translation>
    </message>
    <message>
        <source>Another name than the file says.</source>
        <translation>另起名称。</translation>
    </message>
    <message>
        <source>Removes a saved mapping; `ffp undo` brings it back.</source>
        <translation>删除已保存的映射；`ffp undo` 可恢复。</translation>
    </message>
    <message>
        <source>The mapping &quot;%1&quot; is removed.</source>
        <translation>映射“%1”已删除。</translation>
    </message>
    <message>
        <source>Saved mapping of this sender, see `ffp import mapping list`.</source>
        <translation>报送单位已保存的映射，见 `ffp import mapping list`。</translation>
    </message>
    <message>
        <source>Village of rows that name none, as a code of 12 digits; NAME=CODE for rows with a name that the division table does not tell for certain. May be given several times.</source>
        <translation>未写村名的行所属的村，12 位代码；村名不能确定时用 村名=代码。可多次给出。</translation>
    </message>
    <message>
        <source>Which side counts where file and register differ: file, or local for what is here.</source>
        <translation>文件与登记库不一致时以哪方为准：file 为文件，local 为本地。</translation>
    </message>
    <message>
        <source>The same for one field (member.phone=local), one row (12:=local) or one cell (12:member.phone=file); may be given several times.</source>
        <translation>同上，指定字段（member.phone=local）、行（12:=local）或单元格（12:member.phone=file）；可多次给出。</translation>
    </message>
    <message>
        <source>Why, for the history; without numbers of certificates or phones.</source>
        <translation>理由，记入历史；不写证件号码和电话。</translation>
    </message>
    <message>
        <source>Please give a side as local or file, and fields as `ffp import fields` lists them.</source>
        <translation>请用 local 或 file 指定以哪方为准，字段见 `ffp import fields`。</translation>
    </message>
    <message>
        <source>%1 is no JSON file: line %2, %3; please correct it.</source>
        <translation>%1 不是 JSON 文件：第 %2 行，%3；请改正。</translation>
    </message>
    <message>
        <source>%1 must hold one JSON object; see `ffp income set --help`.</source>
        <translation>%1 应为一个 JSON 对象；请看 `ffp income set --help`。</translation>
    </message>
    <message>
        <source>Please give --period as 2020, 2020-09, 2020Q3 or 2019-09..2020-08.</source>
        <translation>--period 请写成 2020、2020-09、2020Q3 或 2019-09..2020-08。</translation>
    </message>
    <message>
        <source>Please give --%1 as YYYY-MM.</source>
        <translation>--%1 请写成 YYYY-MM。</translation>
    </message>
    <message>
        <source>Year, month, quarter or two months with .. between; the newest without it.</source>
        <translation>年、月、季度，或用 .. 连接的起止月份；不写则为最近一份。</translation>
    </message>
    <message>
        <source>The 12 months before this month of identification.</source>
        <translation>识别月份之前的12个整月。</translation>
    </message>
    <message>
        <source>Writes an income statement under a rule set of the policy pack; one of another source is never overwritten.</source>
        <translation>按政策包的规则集写入一份收入核算；不覆盖其他来源的核算。</translation>
    </message>
    <message>
        <source>JSON file of the statement.</source>
        <translation>收入核算的 JSON 文件。</translation>
    </message>
    <message>
        <source>Income statement written.</source>
        <translation>收入核算已写入。</translation>
    </message>
    <message>
        <source>Income statement changed.</source>
        <translation>收入核算已更改。</translation>
    </message>
    <message>
        <source>Shows an income statement, both figures per person and what differs from the last one.</source>
        <translation>显示一份收入核算、两个人均数和与上一次的差异。</translation>
    </message>
    <message>
        <source>Writes one income statement as a sheet to sign, .pdf or .xlsx; noted in the access log.</source>
        <translation>把一份收入核算写成可签字的表，.pdf 或 .xlsx；记入访问日志。</translation>
    </message>
    <message>
        <source>Lists the income statements of a household, newest period first.</source>
        <translation>列出一户的收入核算，最近的在前。</translation>
    </message>
    <message>
        <source>%1 income statements.</source>
        <translation>共 %1 份收入核算。</translation>
    </message>
    <message>
        <source>Takes a mistaken income statement out of the register.</source>
        <translation>作废一份录错的收入核算。</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>原因。</translation>
    </message>
    <message>
        <source>Taken out.</source>
        <translation>已作废。</translation>
    </message>
    <message>
        <source>Lists the rule sets for income of the policy pack.</source>
        <translation>列出政策包中的收入核算规则集。</translation>
    </message>
    <message>
        <source>The file is one JSON object; amounts are texts or numbers with at most two decimals:</source>
        <translation>文件是一个 JSON 对象；金额写成文本或数字，最多两位小数：</translation>
    </message>
    <message>
        <source>  Keys (&quot;period&quot; is 2020, 2020-09, 2020Q3 or 2019-09..2020-08; &quot;identified&quot;: &quot;2020-09&quot; means the 12 months before it; without items the totals are taken):</source>
        <translation>  各键（&quot;period&quot; 写 2020、2020-09、2020Q3 或 2019-09..2020-08；&quot;identified&quot;: &quot;2020-09&quot; 指该月之前的12个整月；没有 items 时取各类合计）：</translation>
    </message>
    <message>
        <source>  Keys of an item:</source>
        <translation>  项目的各键：</translation>
    </message>
    <message>
        <source>rule set not named</source>
        <translation>未注明规则集</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Not complete: blank items count as 0.</source>
        <translation>未填完：空项按 0 计。</translation>
    </message>
    <message>
        <source>Not counted, because the office has not decided on them: %1.</source>
        <translation>本地尚未确定是否计入，暂不计入：%1。</translation>
    </message>
    <message>
        <source>Sum of shorter statements; without any for %1.</source>
        <translation>由月度、季度核算相加；缺 %1。</translation>
    </message>
    <message>
        <source>Below the line of %1.</source>
        <translation>低于监测线 %1。</translation>
    </message>
    <message>
        <source>Not below the line of %1.</source>
        <translation>不低于监测线 %1。</translation>
    </message>
    <message>
        <source>Differences from the last one (%1):</source>
        <translation>与上一次的差异（%1）：</translation>
    </message>
    <message>
        <source>Of the same period there is also (%1):</source>
        <translation>同一期另有（%1）：</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选用</translation>
    </message>
    <message>
        <source>Not decided yet, not counted: %1.</source>
        <translation>尚未确定，暂不计入：%1。</translation>
    </message>
    <message>
        <source>For this member: id, person number or name.</source>
        <translation>受益成员：编号、人编号或姓名。</translation>
    </message>
    <message>
        <source>Against this risk of the household.</source>
        <translation>针对本户的哪项风险。</translation>
    </message>
    <message>
        <source>The household cannot bear it alone (for an exception).</source>
        <translation>农户自身无力承担（用于例外情形）。</translation>
    </message>
    <message>
        <source>Records a measure for a household or one person in it. Money that the policy forbids is refused with its clause.</source>
        <translation>登记一项帮扶措施，对象为整户或户内一人。政策禁止使用的资金不予登记，并指出依据条款。</translation>
    </message>
    <message>
        <source>Lists measures, the newest of each household first.</source>
        <translation>列出帮扶措施，每户按时间从新到旧。</translation>
    </message>
    <message>
        <source>%1 measures.</source>
        <translation>共%1项措施。</translation>
    </message>
    <message>
        <source>Changes fields of a measure.</source>
        <translation>修改一项措施的内容。</translation>
    </message>
    <message>
        <source>It was stopped before its time; needs --reason.</source>
        <translation>提前终止，须用 --reason 写明原因。</translation>
    </message>
    <message>
        <source>Ends a measure: done, or stopped with a reason. It stays in the register.</source>
        <translation>结束一项措施：已落实，或写明原因后终止。记录仍保留。</translation>
    </message>
    <message>
        <source>Takes out a measure that was entered by mistake; its history stays.</source>
        <translation>作废误录的措施，变更记录仍保留。</translation>
    </message>
    <message>
        <source>Makes a plan of help for a household; the plan in force until then ends with that day. Several names are separated by commas.</source>
        <translation>为一户制定帮扶方案，原方案于当日停用。多个姓名用逗号分隔。</translation>
    </message>
    <message>
        <source>Lists the plans of a household, the newest first.</source>
        <translation>列出一户的帮扶方案，从新到旧。</translation>
    </message>
    <message>
        <source>%1 plans.</source>
        <translation>共%1份方案。</translation>
    </message>
    <message>
        <source>Changes fields of a plan of help.</source>
        <translation>修改帮扶方案的内容。</translation>
    </message>
    <message>
        <source>Says that a plan of help was signed. It must name the work team, the cadres and the helper, and hold a measure for the household and one for each person who can work.</source>
        <translation>登记方案已签字。方案须写明驻村工作队、基层干部和帮扶责任人，并有整户的措施和每个有劳动能力者的措施。</translation>
    </message>
    <message>
        <source>Ends a plan of help with a reason; it stays in the register.</source>
        <translation>写明原因后停用方案，记录仍保留。</translation>
    </message>
    <message>
        <source>Takes out a plan that was entered by mistake; its history stays.</source>
        <translation>作废误录的方案，变更记录仍保留。</translation>
    </message>
    <message>
        <source>Where these rules do not look:</source>
        <translation>这些规则的核查范围：</translation>
    </message>
    <message>
        <source>Adds an entry about a household. KIND is one of: %1.</source>
        <translation>为一户新增一条记录。KIND 为下列之一：%1。</translation>
    </message>
    <message>
        <source>Please give KIND as one of: %1.</source>
        <translation>KIND 请取下列之一：%1。</translation>
    </message>
    <message>
        <source>Changes fields of an entry about a household.</source>
        <translation>修改一户某条记录的字段。</translation>
    </message>
    <message>
        <source>Takes out an entry that was a mistake; its history stays.</source>
        <translation>撤销误录的记录，历史保留。</translation>
    </message>
    <message>
        <source>Taken out; ffp undo brings it back.</source>
        <translation>已撤销；ffp undo 可恢复。</translation>
    </message>
    <message>
        <source>of the policy</source>
        <translation>政策规定</translation>
    </message>
    <message>
        <source>local default</source>
        <translation>本地默认</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>set here, shipped: %1</source>
        <translation>本单位设定，政策包取值：%1</translation>
    </message>
    <message>
        <source>Lists the values of the policy pack: which the policy fixes, and which this office may set.</source>
        <translation>列出政策包的取值：哪些由政策规定，哪些可由本单位设定。</translation>
    </message>
    <message>
        <source>Only those that were set here.</source>
        <translation>只列本单位设定的。</translation>
    </message>
    <message>
        <source>Sets a value that the policy leaves to the office; administrators only.</source>
        <translation>设定政策留给本单位确定的取值，仅限管理员。</translation>
    </message>
    <message>
        <source>Please give --reason.</source>
        <translation>请用 --reason 写明原因。</translation>
    </message>
    <message>
        <source>Takes back a value that was set here.</source>
        <translation>撤销本单位设定的取值。</translation>
    </message>
    <message>
        <source>PDF file to write.</source>
        <translation>要写出的 PDF 文件。</translation>
    </message>
    <message>
        <source>Only these, separated by commas: %1. Scans cannot be masked; each is noted in the access log.</source>
        <translation>只印这些部分，用逗号分开：%1。附件原件无法遮盖，每件都记入访问日志。</translation>
    </message>
    <message>
        <source>A4 or A3, portrait.</source>
        <translation>A4 或 A3，纵向。</translation>
    </message>
    <message>
        <source>Writes the whole file of one household as PDF: every part of its records, then its scans; noted in the access log.</source>
        <translation>把一户的全部档案写成 PDF：各部分登记内容，后附附件原件；记入访问日志。</translation>
    </message>
    <message>
        <source>Please give --out a file that ends in .pdf.</source>
        <translation>请用 --out 给出以 .pdf 结尾的文件。</translation>
    </message>
    <message>
        <source>Please give --parts out of: %1.</source>
        <translation>--parts 请从以下各项中选择：%1。</translation>
    </message>
    <message>
        <source>Wrote %1: %2 pages.</source>
        <translation>已写出 %1：%2 页。</translation>
    </message>
    <message>
        <source>Attachments that could not be printed in full: %1; their pages say why.</source>
        <translation>未能完整印出的附件：%1 件，原因见相应页。</translation>
    </message>
    <message>
        <source>Please give --area as a division code of 12 digits.</source>
        <translation>请用12位区划代码填写 --area。</translation>
    </message>
    <message>
        <source>Please say with --user who you are; the file has several users.</source>
        <translation>该文件有多个用户，请用 --user 说明登录名。</translation>
    </message>
    <message>
        <source>Please give %1 as YYYY-MM-DD.</source>
        <translation>请按“年-月-日”（如2026-10-31）填写 %1。</translation>
    </message>
    <message>
        <source>Please give --kind as birth, marry_in, return or other_in for who comes, and as death, marry_out, move_out or other_out for who leaves.</source>
        <translation>--kind 请取：增加为 birth、marry_in、return、other_in，减少为 death、marry_out、move_out、other_out。</translation>
    </message>
    <message>
        <source>Which member it is about: number, name or id.</source>
        <translation>涉及哪位成员：人编号、姓名或标识。</translation>
    </message>
    <message>
        <source>Such an entry is not about a member.</source>
        <translation>此类记录不涉及成员。</translation>
    </message>
    <message>
        <source> Spells of work: %1 new, %2 changed, %3 unchanged.</source>
        <translation> 务工记录：新增 %1，变更 %2，未变 %3。</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>当前环节：%1</translation>
    </message>
    <message>
        <source>(disputed)</source>
        <translation>（有争议）</translation>
    </message>
    <message>
        <source>Still needed:</source>
        <translation>尚缺：</translation>
    </message>
    <message>
        <source>What was done:</source>
        <translation>办理经过：</translation>
    </message>
    <message>
        <source>Changed since the last action:</source>
        <translation>上次办理后有改动：</translation>
    </message>
    <message>
        <source>Starts a matter for a household; &quot;policy show&quot; lists the kinds with their steps.</source>
        <translation>为一户启动事项；事项类型和环节见 policy show。</translation>
    </message>
    <message>
        <source>Kind of the matter, such as identify-edge.</source>
        <translation>事项类型，如 identify-edge。</translation>
    </message>
    <message>
        <source>Household: id or number.</source>
        <translation>户：编号或ID。</translation>
    </message>
    <message>
        <source>Please give --type and --household.</source>
        <translation>请给出 --type 和 --household。</translation>
    </message>
    <message>
        <source>Writes the record of a step that needs no signature, such as a comparison or a vote.</source>
        <translation>填写不需签署的环节记录，如数据比对、民主评议。</translation>
    </message>
    <message>
        <source>Signs the next step of a matter, returns, rejects or takes back; each time on exactly what &quot;case show&quot; shows. Judgements need the password of the official.</source>
        <translation>签署事项的下一环节，或退回、不予通过、撤回；以 case show 显示的内容为准，审核审批须再次输入本人密码。</translation>
    </message>
    <message>
        <source>submit, approve, record, return, reject or withdraw.</source>
        <translation>submit（上报）、approve（同意）、record（登记）、return（退回）、reject（不予通过）、withdraw（撤回）。</translation>
    </message>
    <message>
        <source>Opinion; with a return or rejection the reason.</source>
        <translation>意见；退回或不予通过时为原因。</translation>
    </message>
    <message>
        <source>Step that it is returned to.</source>
        <translation>退回到的环节。</translation>
    </message>
    <message>
        <source>Content that was looked at, as &quot;case show --json&quot; gives it.</source>
        <translation>已查看的内容标识，取自 case show --json。</translation>
    </message>
    <message>
        <source>Please give --action as submit, approve, record, return, reject or withdraw.</source>
        <translation>请把 --action 写成 submit、approve、record、return、reject 或 withdraw。</translation>
    </message>
    <message>
        <source>Please give --seen as &quot;case show --json&quot; gives it.</source>
        <translation>请按 case show --json 给出的内容填写 --seen。</translation>
    </message>
    <message>
        <source>Shows a matter: steps, what is missing, what was done.</source>
        <translation>查看事项：环节、尚缺内容、办理经过。</translation>
    </message>
    <message>
        <source>Lists matters.</source>
        <translation>列出事项。</translation>
    </message>
    <message>
        <source>waiting for me, sent by me, returned, late, or all.</source>
        <translation>waiting（待我办理）、sent（我办理过）、returned（被退回）、late（超期）、all（全部）。</translation>
    </message>
    <message>
        <source>Please give --box as waiting, sent, returned, late or all.</source>
        <translation>请把 --box 写成 waiting、sent、returned、late 或 all。</translation>
    </message>
    <message>
        <source>%1 matters.</source>
        <translation>共%1个事项。</translation>
    </message>
    <message>
        <source>Draws the chains of the policy pack as text: steps, levels, what each asks for, its clause.</source>
        <translation>以文字列出政策包的办理流程：环节、层级、须有材料、依据条款。</translation>
    </message>
    <message>
        <source>There is no such kind; please take one that &quot;policy show&quot; lists.</source>
        <translation>没有这一类事项，请从 policy show 中选取。</translation>
    </message>
    <message>
        <source>Level at which the person acts on matters: village, township or county; without it reporter means village, reviewer township, approver county.</source>
        <translation>办理事项的层级：village、township 或 county；未给出时，填报人为村级、审核人为乡级、审批人为县级。</translation>
    </message>
    <message>
        <source>Writes a paper of a matter, such as minutes or the approval form, .pdf or .xlsx; noted in the access log.</source>
        <translation>把事项的表单（会议记录、审核审批表等）写成 .pdf 或 .xlsx，并记入访问日志。</translation>
    </message>
    <message>
        <source>Form, such as F-23.</source>
        <translation>表单编号，如 F-23。</translation>
    </message>
    <message>
        <source>Please give --form as one of: %1.</source>
        <translation>请把 --form 写成：%1。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ActDialog</name>
    <message>
        <source>Return &amp;to</source>
        <translation>退回到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Opinion</source>
        <translation>意见(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>原因(&amp;R)</translation>
    </message>
    <message>
        <source>Your &amp;password, again</source>
        <translation>再次输入本人密码(&amp;P)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Please say why, so that the others know what to do.</source>
        <translation>请写明原因，便于对方办理。</translation>
    </message>
    <message>
        <source>Please enter your password once more; it makes the signature.</source>
        <translation>请再次输入密码，用于签署。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AlertListModel</name>
    <message>
        <source>not set</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>消除期限</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>触发情况</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AlertPage</name>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 条预警</translation>
    </message>
    <message>
        <source>No alert here. The month-end check finds those that the rules ask for.</source>
        <translation>这里没有预警。月末排查会按规则找出预警。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部村</translation>
    </message>
    <message>
        <source>Closed ones too</source>
        <translation>含已消除</translation>
    </message>
    <message>
        <source>&amp;Month-end check…</source>
        <translation>月末排查(&amp;M)…</translation>
    </message>
    <message>
        <source>Month-end check</source>
        <translation>月末排查</translation>
    </message>
    <message>
        <source>Only open ones whose due date is over</source>
        <translation>只看已超过消除期限、尚未消除的预警</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>What was typed for an alert is not saved yet.</source>
        <translation>预警处置中填写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Give up what was typed</source>
        <translation>放弃所填内容</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>暂不离开</translation>
    </message>
    <message>
        <source>What was typed for %1 alerts is not saved yet.</source>
        <translation>有 %1 条预警的填写内容尚未保存。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AlertPanel</name>
    <message>
        <source>Choose an alert to see why it was raised.</source>
        <translation>请选择一条预警，查看触发原因。</translation>
    </message>
    <message>
        <source>Visit this household (F6)</source>
        <translation>走访该户 (F6)</translation>
    </message>
    <message>
        <source>Set &amp;due date</source>
        <translation>设定期限(&amp;D)</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>消除期限</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>处置措施</translation>
    </message>
    <message>
        <source>It is &amp;true</source>
        <translation>属实(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Being acted on</source>
        <translation>处置中(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Removed, close</source>
        <translation>已消除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Not true, close</source>
        <translation>不属实(&amp;N)</translation>
    </message>
    <message>
        <source>marked by the province</source>
        <translation>省级红色标注</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>触发日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>消除期限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>消除日期</translation>
    </message>
    <message>
        <source>Done: %1 (reviewed by %2)</source>
        <translation>处置措施：%1（审核人：%2）</translation>
    </message>
    <message>
        <source>The policy asks for this first (%1).</source>
        <translation>按政策须先填写此项（%1）。</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Show what is hidden (is recorded)</source>
        <translation>显示隐藏内容（将留下记录）</translation>
    </message>
    <message>
        <source>What was typed here before is back; it is not saved yet.</source>
        <translation>此前在这里输入的内容还在，尚未保存。</translation>
    </message>
    <message>
        <source>V&amp;isit</source>
        <translation>走访(&amp;I)</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AnswerDialog</name>
    <message>
        <source>Answer findings</source>
        <translation>答复疑点</translation>
    </message>
    <message>
        <source>Why may these %1 findings stand? They come back when the values change.</source>
        <translation>这%1条疑点为什么可以保留？数值改变后会重新出现。</translation>
    </message>
    <message>
        <source>&amp;Reason (no numbers of certificates or phones)</source>
        <translation>理由(&amp;R)（不要写证件号码、电话）</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>答复(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AreaPicker</name>
    <message>
        <source>Part of the name, such as 虞姬 田万, or of the code</source>
        <translation>输入名称的一部分，如“虞姬 田万”，或区划代码</translation>
    </message>
    <message>
        <source>Type the name of the area.</source>
        <translation>请输入地名。</translation>
    </message>
    <message>
        <source>No such area at this level; please try fewer characters.</source>
        <translation>该层级没有这个地方，请少输入几个字再试。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AreaTreeModel</name>
    <message>
        <source>%1: %2 households, %3 persons, %4 with a red flag</source>
        <translation>%1：%2户，%3人，其中红色预警%4户</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
</context>
<context>
    <name>ffp::ui::AttachmentTab</name>
    <message>
        <source>No attachment yet; drag scans or photos (jpg, png, pdf) here, or paste them.</source>
        <translation>还没有附件；把扫描件或照片（jpg、png、pdf）拖到这里，或粘贴。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Scans and photos (*.jpg *.jpeg *.png *.pdf)</source>
        <translation>扫描件和照片 (*.jpg *.jpeg *.png *.pdf)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Added by mistake…</source>
        <translation>误存作废…</translation>
    </message>
    <message>
        <source>Attachments of the office take %1 of %2 MB; one file %3 MB at most.</source>
        <translation>本单位附件已用%1 MB，上限%2 MB；单个文件最大%3 MB。</translation>
    </message>
    <message>
        <source>There is no picture and no file to paste.</source>
        <translation>剪贴板里没有图片或文件。</translation>
    </message>
    <message>
        <source>Pasted picture %1</source>
        <translation>粘贴的图片 %1</translation>
    </message>
    <message>
        <source>%1 of %2 files added.</source>
        <translation>已添加%1个文件，共%2个。</translation>
    </message>
    <message>
        <source>Please save a copy of a PDF and open it in your reader.</source>
        <translation>PDF 请先另存，再用阅读器打开。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Saved; the copy is not encrypted.</source>
        <translation>已另存，另存的文件未加密。</translation>
    </message>
    <message>
        <source>Please save a copy of a PDF and print it from your reader.</source>
        <translation>PDF 请先另存，再用阅读器打印。</translation>
    </message>
    <message>
        <source>Added by mistake</source>
        <translation>误存作废</translation>
    </message>
</context>
<context>
    <name>ffp::ui::BulkDialog</name>
    <message numerus="yes">
        <source>%1: %n households</source>
        <translation>
            <numerusform>%1：%n户</numerusform>
        </translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未办理原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Do it for %n households</source>
        <translation>
            <numerusform>确认办理%n户</numerusform>
        </translation>
    </message>
    <message>
        <source>See what would be done</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>%1 of %2 households; %3 not:</source>
        <translation>共%2户，可办理%1户，%3户不办理：</translation>
    </message>
    <message numerus="yes">
        <source>All %n households.</source>
        <translation>
            <numerusform>%n户全部可办理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Please correct the fields marked in red.</source>
        <translation>请更正标红的项目。</translation>
    </message>
    <message>
        <source>Enter or double click opens the household</source>
        <translation>按回车或双击打开该户</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ChainDialog</name>
    <message>
        <source>Chains of the policy</source>
        <translation>办理流程图</translation>
    </message>
    <message>
        <source>Kind of matter</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>Bold: signed. Broken lines: may be returned. What the policy says of a step stands in &quot;ffp policy show&quot;.</source>
        <translation>粗体为须签署的环节，虚线为可退回；各环节依据见命令 ffp policy show。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ChangedFacts</name>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Living conditions of %1</source>
        <translation>%1 年生产生活条件</translation>
    </message>
    <message>
        <source>There is no sheet of living conditions for %1 yet; please describe the change below.</source>
        <translation>还没有 %1 年的生产生活条件表，请在下方写明变化情况。</translation>
    </message>
    <message>
        <source>Income statement of %1</source>
        <translation>%1年收入核算</translation>
    </message>
    <message>
        <source>There is no income statement for %1 yet; please describe the change below.</source>
        <translation>还没有%1年的收入核算，请在下面用文字说明变化。</translation>
    </message>
    <message>
        <source>The income statement is computed from items; please describe the change below and change the items in the household&apos;s income tab.</source>
        <translation>收入核算由分项算出；请在下面说明变化，并到该户“收入”页修改分项。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::CheckDialog</name>
    <message>
        <source>Month-end check</source>
        <translation>月末排查</translation>
    </message>
    <message>
        <source>All households are compared with the rules of the policy. New alerts are opened, those that no longer hold are closed; the same month twice changes nothing.</source>
        <translation>按政策规则逐户排查：新出现的触发预警，不再成立的自动关闭；同一月份重复排查不会改变结果。</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>月份(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Run the check</source>
        <translation>开始排查(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check of %1: %2 households looked at; %3 alerts opened, %4 kept, %5 closed.</source>
        <translation>%1 月末排查：共排查 %2 户，新增预警 %3 条，延续 %4 条，关闭 %5 条。</translation>
    </message>
    <message>
        <source> %1 still hold but were settled by a person.</source>
        <translation> 另有 %1 条仍成立，但已由人工核实办结。</translation>
    </message>
    <message>
        <source> %1 rules could not be looked at (details).</source>
        <translation> 有 %1 条规则未能排查（见详情）。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ColumnChooser</name>
    <message>
        <source>Columns of the list</source>
        <translation>列表显示的列</translation>
    </message>
    <message>
        <source>Space ticks a column, Alt+Up and Alt+Down move it.</source>
        <translation>空格键勾选，Alt+↑、Alt+↓调整次序。</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ColumnsDialog</name>
    <message>
        <source>Columns and fields</source>
        <translation>列与字段</translation>
    </message>
    <message>
        <source>What each column of the file goes into. Columns that are not imported are kept as a note. The preview is made anew; nothing is written.</source>
        <translation>文件各列对应的字段。不导入的列作为备注保留。确定后重新预览，不写入数据。</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件内容</translation>
    </message>
    <message>
        <source>&amp;Village of rows that name none</source>
        <translation>未写行政村的行归入(&amp;V)</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>Show the preview</source>
        <translation>重新预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation>文件表头</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>示例值</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>%1 goes into</source>
        <translation>“%1”对应字段</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation>文件类型(&amp;K)</translation>
    </message>
    <message>
        <source>Please choose what kind of file this is.</source>
        <translation>请选择这是哪一类文件。</translation>
    </message>
    <message>
        <source>Some column has to go into: %1.</source>
        <translation>还须指定以下字段对应的列：%1。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What each column of the file goes into. The preview is made anew; nothing is written.</source>
        <translation>文件各列对应的字段。确定后重新预览，不写入数据。</translation>
    </message>
    <message>
        <source>Find a field</source>
        <translation>查找字段</translation>
    </message>
    <message>
        <source>Fields; Enter gives one to the chosen column</source>
        <translation>字段；按回车对应到选中的列</translation>
    </message>
    <message>
        <source>Drag a column onto its field, or press Enter on a field to give it to the chosen column. ＊ marks what some column has to go into.</source>
        <translation>把列拖到字段上，或在字段上按回车对应到选中的列。＊为必须对应的字段。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Only the %1 columns that go nowhere</source>
        <translation>只显示未对应的 %1 列</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>10,000 yuan</source>
        <translation>万元</translation>
    </message>
    <message>
        <source>Unit of %1</source>
        <translation>%1的单位</translation>
    </message>
    <message>
        <source>name of the sender; blank: it holds for this time only</source>
        <translation>报送单位名称；不填则仅本次有效</translation>
    </message>
    <message>
        <source>Save for further files &amp;of</source>
        <translation>保存，以后用于(&amp;O)</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件读入…</translation>
    </message>
    <message>
        <source>Into a file…</source>
        <translation>存为文件…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 (made for such files)</source>
        <translation>%1（适用于此表头）</translation>
    </message>
    <message>
        <source>Saved &amp;mapping</source>
        <translation>已保存的映射(&amp;M)</translation>
    </message>
    <message>
        <source>Mapping of columns</source>
        <translation>列映射</translation>
    </message>
    <message>
        <source>Mapping (*.json)</source>
        <translation>列映射 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ConditionEditor</name>
    <message>
        <source>Add a con&amp;dition</source>
        <translation>添加条件(&amp;D)</translation>
    </message>
    <message>
        <source>Whose fact</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Several values with | between them: any of these; nothing: blank</source>
        <translation>多个值用 | 隔开，符合其一即可；不填表示为空</translation>
    </message>
    <message>
        <source>has: %1</source>
        <translation>有：%1</translation>
    </message>
    <message>
        <source>has no: %1</source>
        <translation>没有：%1</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除此条件</translation>
    </message>
    <message>
        <source>Household: %1</source>
        <translation>户：%1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::DifferenceModel</name>
    <message>
        <source>%1, %2 by %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>import of %1</source>
        <translation>%1 导入</translation>
    </message>
    <message>
        <source>another office</source>
        <translation>其他单位</translation>
    </message>
    <message>
        <source>The head of the household is new: the relations come from the file.</source>
        <translation>户主为新增人员：与户主关系以文件为准。</translation>
    </message>
    <message>
        <source>The file only repeats what was imported before it was changed here.</source>
        <translation>文件内容与本地修改前的导入内容相同。</translation>
    </message>
    <message>
        <source>The last import said: %1</source>
        <translation>上次导入的内容：%1</translation>
    </message>
    <message>
        <source>◆ kept here</source>
        <translation>◆ 保留本地</translation>
    </message>
    <message>
        <source>from the file, always</source>
        <translation>以文件为准（固定）</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>以文件为准</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where from here</source>
        <translation>本地值来源</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采用</translation>
    </message>
</context>
<context>
    <name>ffp::ui::DifferencesView</name>
    <message>
        <source>Which differences</source>
        <translation>显示哪些差异</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>The file says nothing else than the register.</source>
        <translation>文件内容与登记库没有差异。</translation>
    </message>
    <message>
        <source>For how much</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>this value</source>
        <translation>此项</translation>
    </message>
    <message>
        <source>the whole row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>the whole column</source>
        <translation>整列</translation>
    </message>
    <message>
        <source>all values</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>&amp;Keep what is here</source>
        <translation>保留本地(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Use the file&apos;s</source>
        <translation>以文件为准(&amp;U)</translation>
    </message>
    <message>
        <source>All differences (%1)</source>
        <translation>全部差异（%1）</translation>
    </message>
    <message>
        <source>Typed here (%1)</source>
        <translation>本地修改过（%1）</translation>
    </message>
    <message>
        <source>Kept here (%1)</source>
        <translation>保留本地（%1）</translation>
    </message>
    <message>
        <source>first the reason, for the history, without numbers of persons</source>
        <translation>请先填写原因（记入历史，不要写证件号码）</translation>
    </message>
</context>
<context>
    <name>ffp::ui::DivisionDesk</name>
    <message>
        <source>Added %1.</source>
        <translation>已增补%1。</translation>
    </message>
    <message>
        <source>Import divisions</source>
        <translation>导入区划表</translation>
    </message>
    <message>
        <source>Division files (*.csv);;All files (*)</source>
        <translation>区划文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 divisions read: %2 added, %3 renamed, %4 as before.</source>
        <translation>共读取区划 %1 条：新增 %2 条，更名 %3 条，未变 %4 条。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::DocumentView</name>
    <message>
        <source>Save as &amp;workbook…</source>
        <translation>导出表格(&amp;W)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>导出PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Prin&amp;t preview…</source>
        <translation>打印预览(&amp;T)…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>ffp::ui::DuplicatesDialog</name>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Entries that may be one person, or one household, twice. Entries with two different certificate numbers are never listed, nor those that somebody has said to be two.</source>
        <translation>可能是同一人或同一户的两条记录。两条记录证件号码不同的不列出；已认定不是同一人（户）的也不列出。</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Such as who confirmed it (kept in the history)</source>
        <translation>如由谁核实（记入历史）</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Not the same</source>
        <translation>不是同一人（户）(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Compare and merge…</source>
        <translation>比对合并(&amp;C)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Nobody looks like somebody else.</source>
        <translation>没有疑似重复。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>疑似原因</translation>
    </message>
    <message>
        <source>Remembered; Ctrl+Z takes it back.</source>
        <translation>已记下；Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>Taken together; Ctrl+Z takes it apart.</source>
        <translation>已合并；Ctrl+Z 可拆开。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::EntryActions</name>
    <message>
        <source>Entered by mistake: %1</source>
        <translation>误录撤销：%1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FamilyDialog</name>
    <message>
        <source>%1: household of %2</source>
        <translation>%1：%2户</translation>
    </message>
    <message>
        <source>The monitoring goes with the new household</source>
        <translation>监测随新户走</translation>
    </message>
    <message>
        <source>Such as a document or what the family said (kept in the history)</source>
        <translation>如证明材料或本户说明（记入历史）</translation>
    </message>
    <message>
        <source>Relations to the new head</source>
        <translation>与新户主的关系</translation>
    </message>
    <message>
        <source>Relations in the old household</source>
        <translation>原户成员与新户主的关系</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>成员(&amp;W)</translation>
    </message>
    <message>
        <source>Chan&amp;ge</source>
        <translation>变动(&amp;G)</translation>
    </message>
    <message>
        <source>New &amp;head</source>
        <translation>新户主(&amp;H)</translation>
    </message>
    <message>
        <source>Who &amp;goes</source>
        <translation>分出成员(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Head of the new household</source>
        <translation>新户户主(&amp;H)</translation>
    </message>
    <message>
        <source>Head of the &amp;old household</source>
        <translation>原户新户主(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Number of the other household</source>
        <translation>另一户的户编号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>变动日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>变动原因(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n persons</source>
        <translation>
            <numerusform>%1，%2，%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Lives &amp;in</source>
        <translation>合户后居住地(&amp;I)</translation>
    </message>
    <message>
        <source>Moves &amp;to</source>
        <translation>迁入村(&amp;T)</translation>
    </message>
    <message>
        <source>Natural &amp;village</source>
        <translation>自然村(&amp;V)</translation>
    </message>
    <message>
        <source>Gro&amp;up</source>
        <translation>村民组(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>家庭住址(&amp;A)</translation>
    </message>
    <message>
        <source>Out of the area of this office</source>
        <translation>迁出本单位辖区</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Goes along: %1</source>
        <translation>随迁记录：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FieldForm</name>
    <message>
        <source>Please fill this in.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FieldList</name>
    <message>
        <source>%1 ← %2</source>
        <translation>%1 ← %2</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FigureCard</name>
    <message>
        <source>Press this key on the start page</source>
        <translation>在今日工作页按此键</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FilePrintDialog</name>
    <message>
        <source>Print the household&apos;s file</source>
        <translation>打印户档案</translation>
    </message>
    <message>
        <source>Show sensitive values in full (is recorded)</source>
        <translation>完整显示敏感信息（记入访问日志）</translation>
    </message>
    <message>
        <source>Scans cannot be masked; each one that is printed is recorded.</source>
        <translation>附件原件无法遮盖，每印一件都记入访问日志。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Preview and print…</source>
        <translation>预览并打印…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FilterDialog</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Kept &amp;list</source>
        <translation>已保存的列表(&amp;L)</translation>
    </message>
    <message>
        <source>Households that fulfil all of these are shown.</source>
        <translation>显示同时符合以下条件的户。</translation>
    </message>
    <message>
        <source>Name, to keep filter and columns</source>
        <translation>取个名称，可连同列一起保存</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Please give the list a name first.</source>
        <translation>请先给列表取个名称。</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>已保存为“%1”。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::FindingModel</name>
    <message>
        <source>● set aside</source>
        <translation>● 搁置</translation>
    </message>
    <message>
        <source>▲ please check</source>
        <translation>▲ 请核对</translation>
    </message>
    <message>
        <source>put right</source>
        <translation>已规范</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HeldRowsDialog</name>
    <message>
        <source>Rows set aside</source>
        <translation>搁置的行</translation>
    </message>
    <message>
        <source>These rows of earlier imports wait for a correction: correct them in the file of rows set aside and import that file. Rows that nobody will correct can be left out for good.</source>
        <translation>以前导入时搁置、等待改正的行：请在搁置行文件中改正后重新导入；确实无法改正的，可定为不再处理。</translation>
    </message>
    <message>
        <source>without numbers of certificates or phones</source>
        <translation>请勿填写证件号码、电话</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave out for good</source>
        <translation>不再处理(&amp;L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No row is set aside.</source>
        <translation>没有搁置的行。</translation>
    </message>
    <message>
        <source>Imported on</source>
        <translation>导入日期</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>%1 rows are chosen.</source>
        <translation>已选 %1 行。</translation>
    </message>
    <message>
        <source>Left out for good; &quot;Undo&quot; brings it back among the rows set aside.</source>
        <translation>已定为不再处理；“撤销”可恢复为搁置。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HelpTab</name>
    <message>
        <source>Add a measure…</source>
        <translation>新增措施…</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>制定新方案…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>已落实…</translation>
    </message>
    <message>
        <source>Signed…</source>
        <translation>已签字…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>End the plan…</source>
        <translation>停用方案…</translation>
    </message>
    <message>
        <source>Entered by mistake…</source>
        <translation>误录作废…</translation>
    </message>
    <message>
        <source>Plans of help</source>
        <translation>帮扶方案（一户一方案）</translation>
    </message>
    <message>
        <source>No plan yet.</source>
        <translation>还没有帮扶方案。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>帮扶措施（一人一措施）</translation>
    </message>
    <message>
        <source>No measure yet.</source>
        <translation>还没有帮扶措施。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HistoryTab</name>
    <message>
        <source>Find a field, a person or a value</source>
        <translation>查找字段、人员或内容</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No change fits.</source>
        <translation>没有符合条件的变更。</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1条变更</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>To</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>The history could not be read; F5 tries again.</source>
        <translation>变更记录没有读出，按 F5 重试。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HouseholdHead</name>
    <message>
        <source>Show the whole number (is recorded)</source>
        <translation>显示完整号码（将留下记录）</translation>
    </message>
    <message>
        <source>&amp;New visit</source>
        <translation>新增走访(&amp;N)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一户</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一户</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>尚未登记户主</translation>
    </message>
    <message>
        <source>%1 persons</source>
        <translation>%1人</translation>
    </message>
    <message>
        <source>%1 open alerts</source>
        <translation>%1  未处理预警</translation>
    </message>
    <message>
        <source>Family chan&amp;ges</source>
        <translation>家庭变动(&amp;G)</translation>
    </message>
    <message>
        <source>Print file…</source>
        <translation>打印户档案…</translation>
    </message>
    <message>
        <source>The whole file of the household on paper, with its scans</source>
        <translation>把一户一档连同附件原件印到纸上</translation>
    </message>
    <message>
        <source>Start a matter for review…</source>
        <translation>启动审核审批事项…</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HouseholdListModel</name>
    <message>
        <source>● red %1</source>
        <translation>● 红 %1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HouseholdListPage</name>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Edge households</source>
        <translation>边缘易致贫户</translation>
    </message>
    <message>
        <source>Monitored exited households</source>
        <translation>脱贫不稳定户</translation>
    </message>
    <message>
        <source>Exited households</source>
        <translation>脱贫户</translation>
    </message>
    <message>
        <source>General households</source>
        <translation>一般农户</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>No household fits; please widen the filter or choose another area.</source>
        <translation>没有符合条件的农户，请放宽条件或换一个地区。</translation>
    </message>
    <message>
        <source>● Red flag</source>
        <translation>● 红色预警</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>显示列…</translation>
    </message>
    <message>
        <source>Households – %1</source>
        <translation>农户——%1</translation>
    </message>
    <message>
        <source>Please select at most %1 rows to copy, or export the list.</source>
        <translation>一次最多复制%1行，更多请导出列表。</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>%1 rows copied; sensitive numbers are masked.</source>
        <translation>已复制%1行，敏感号码已隐去。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>已选%1户，共%2户</translation>
    </message>
    <message>
        <source>%1 households</source>
        <translation>共%1户</translation>
    </message>
    <message>
        <source>Name, or a condition such as Persons &gt; 5</source>
        <translation>姓名，或条件，如 人口&gt;5</translation>
    </message>
    <message>
        <source>Part of the name of the head or a member; or conditions: column, one of = != &lt; &gt; &lt;= &gt;= ~, value; joined by &quot;and&quot;</source>
        <translation>户主或成员姓名的一部分；或条件：列名、比较符（= != &lt; &gt; &lt;= &gt;= ~）、值，多个条件用“且”连接</translation>
    </message>
    <message>
        <source>For all chosen</source>
        <translation>批量办理</translation>
    </message>
    <message>
        <source>Choose households with Shift, Ctrl or Ctrl+A first</source>
        <translation>请先用Shift、Ctrl或Ctrl+A选定农户</translation>
    </message>
    <message>
        <source>Please choose households in the list first.</source>
        <translation>请先在列表中选定农户。</translation>
    </message>
    <message>
        <source>%1 of %2 done; Ctrl+Z takes all of it back.</source>
        <translation>共%2户，已办理%1户；按 Ctrl+Z 可整批撤销。</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Build conditions by choosing, or take a kept list</source>
        <translation>逐项选择条件，或使用已保存的列表</translation>
    </message>
    <message>
        <source>Duplicates…</source>
        <translation>疑似重复…</translation>
    </message>
    <message>
        <source>Entries that may be one person or one household twice</source>
        <translation>可能重复的人员和户</translation>
    </message>
</context>
<context>
    <name>ffp::ui::HouseholdPage</name>
    <message>
        <source>Give up changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>No member yet.</source>
        <translation>还没有家庭成员。</translation>
    </message>
    <message>
        <source>Add a member…</source>
        <translation>新增成员…</translation>
    </message>
    <message>
        <source>No check of safeguards yet.</source>
        <translation>还没有“三保障”核查记录。</translation>
    </message>
    <message>
        <source>Not a monitored household.</source>
        <translation>不是监测对象。</translation>
    </message>
    <message>
        <source>No risk recorded.</source>
        <translation>没有登记风险。</translation>
    </message>
    <message>
        <source>Nobody is assigned yet.</source>
        <translation>还没有安排帮扶责任人。</translation>
    </message>
    <message>
        <source>No visit yet.</source>
        <translation>还没有走访记录。</translation>
    </message>
    <message>
        <source>No alert.</source>
        <translation>没有预警。</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Living</source>
        <translation>生产生活条件</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Safeguards</source>
        <translation>三保障和饮水安全</translation>
    </message>
    <message>
        <source>Cases and risks</source>
        <translation>监测和风险</translation>
    </message>
    <message>
        <source>Helpers</source>
        <translation>帮扶责任人</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>走访记录</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>The changes to this household are not saved yet.</source>
        <translation>对本户的修改尚未保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在本页</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Cases of monitoring</source>
        <translation>监测记录</translation>
    </message>
    <message>
        <source>Risks of these cases</source>
        <translation>监测记录中的风险</translation>
    </message>
    <message>
        <source>This household was changed meanwhile; what you typed is kept and not saved yet.</source>
        <translation>这一户刚刚被改过；您输入的内容还在，尚未保存。</translation>
    </message>
    <message>
        <source>Recorded; Ctrl+Z takes it back.</source>
        <translation>已登记；按 Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>This household is no longer in the register: %1</source>
        <translation>本户已不在册：%1</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet…</source>
        <translation>从表格粘贴…</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>帮扶措施</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Edit this field</source>
        <translation>修改这一项</translation>
    </message>
    <message>
        <source>Entered by mistake…</source>
        <translation>误录撤销…</translation>
    </message>
    <message>
        <source>Nothing recorded for any year yet.</source>
        <translation>还没有任何年度的记录。</translation>
    </message>
    <message>
        <source>Add a year…</source>
        <translation>新增年度…</translation>
    </message>
    <message>
        <source>Add a check…</source>
        <translation>新增核查…</translation>
    </message>
    <message>
        <source>Add a risk…</source>
        <translation>新增风险…</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>新增责任人…</translation>
    </message>
    <message>
        <source>No spell of work recorded.</source>
        <translation>尚无务工记录。</translation>
    </message>
    <message>
        <source>Add a spell…</source>
        <translation>添加务工记录…</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>务工</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ImportPage</name>
    <message>
        <source>%1-set-aside-%2</source>
        <translation>%1-搁置行-%2</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>Recognise the kind of file</source>
        <translation>自动识别文件类型</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>In these files √ means yes and × means no</source>
        <translation>这些文件中 √ 表示“是”，× 表示“否”</translation>
    </message>
    <message>
        <source>Drop workbooks here, or choose them</source>
        <translation>把表格文件拖到这里，或点击选择</translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv: lists of households and members, sheets of the year, visit logs, lists of departments. First you see what would happen; nothing is written before you say so.</source>
        <translation>支持 xlsx、xls、ods、csv：人口名单、年度信息、走访记录、部门数据。先预览结果，确认后才写入。</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>更改位置…</translation>
    </message>
    <message>
        <source>&amp;Open the rows set aside</source>
        <translation>打开搁置行文件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Take this import back</source>
        <translation>撤销本次导入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Import now</source>
        <translation>确认导入(&amp;I)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.xls *.ods *.csv);;All files (*)</source>
        <translation>表格文件 (*.xlsx *.xls *.ods *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Nothing changed: what these files hold is in the register already.</source>
        <translation>没有变化：文件中的内容台账里都已有。</translation>
    </message>
    <message>
        <source>Imported as number %1. &quot;Take this import back&quot; puts everything as it was.</source>
        <translation>已导入，编号 %1。点击“撤销本次导入”可全部恢复原状。</translation>
    </message>
    <message>
        <source>Take the import back</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Everything that this import brought or changed goes back to what it was before.</source>
        <translation>本次导入新增和变更的内容将全部恢复到导入之前。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>已撤销本次导入。</translation>
    </message>
    <message>
        <source>Where rows set aside are saved</source>
        <translation>搁置行保存位置</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text (*.csv)</source>
        <translation>工作簿 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Import other files</source>
        <translation>导入其他文件</translation>
    </message>
    <message>
        <source>Nothing has been written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source> Rows with errors will be saved to %1, to be corrected and imported again.</source>
        <translation> 有错误的行将存入 %1，改正后可再次导入。</translation>
    </message>
    <message>
        <source>Rows set aside: %1</source>
        <translation>搁置行：%1</translation>
    </message>
    <message>
        <source>&amp;Rows set aside (%1)…</source>
        <translation>搁置的行（%1）(&amp;R)…</translation>
    </message>
    <message>
        <source>Co&amp;lumns and fields…</source>
        <translation>列与字段(&amp;L)…</translation>
    </message>
    <message>
        <source>Comparing again</source>
        <translation>正在重新比对</translation>
    </message>
    <message>
        <source>Saving the mapping</source>
        <translation>正在保存映射</translation>
    </message>
    <message>
        <source>For files with such headers the mapping &quot;%1&quot; is saved.</source>
        <translation>已有适用于此表头的映射“%1”。</translation>
    </message>
    <message>
        <source>Read with it</source>
        <translation>按此映射读取</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ImportPreview</name>
    <message>
        <source>%1 new, %2 changed</source>
        <translation>新增 %1，变更 %2</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题清单</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Co&amp;lumns and fields…</source>
        <translation>列与字段(&amp;L)…</translation>
    </message>
    <message>
        <source>Which findings</source>
        <translation>显示哪些问题</translation>
    </message>
    <message>
        <source>Nothing to say about this file.</source>
        <translation>此文件没有问题。</translation>
    </message>
    <message>
        <source>Compared %1 rows: %2 persons are in the register, %3 are not; nothing of it is stored yet.</source>
        <translation>核对%1行，其中%2人在台账中，%3人不在；内容尚不入库。</translation>
    </message>
    <message>
        <source>%1 rows: %2 were loaded, %3 were known already, %4 were set aside.</source>
        <translation>共 %1 行：已导入 %2 行，已有 %3 行，搁置 %4 行。</translation>
    </message>
    <message>
        <source>%1 rows: %2 will be loaded, %3 are known already, %4 will be set aside.</source>
        <translation>共 %1 行：将导入 %2 行，已有 %3 行，搁置 %4 行。</translation>
    </message>
    <message>
        <source>%1 rows could not be compared.</source>
        <translation>%1行无法核对。</translation>
    </message>
    <message>
        <source>%1 values that were typed here are said otherwise; %2 values stay as they are here.</source>
        <translation>文件与本地修改的 %1 项不一致；保留本地 %2 项。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>在台账中</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>不在台账</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>走访记录</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>kept as text only</source>
        <translation>仅保留原文</translation>
    </message>
    <message>
        <source>Header in the file</source>
        <translation>文件中的列名</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>对应字段</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>全部问题（%1）</translation>
    </message>
    <message>
        <source>Set aside (%1)</source>
        <translation>搁置（%1）</translation>
    </message>
    <message>
        <source>Please check (%1)</source>
        <translation>请核对（%1）</translation>
    </message>
    <message>
        <source>Put right (%1)</source>
        <translation>已规范（%1）</translation>
    </message>
    <message>
        <source>Differences (%1)</source>
        <translation>差异（%1）</translation>
    </message>
    <message>
        <source>Spells of work</source>
        <translation>务工记录</translation>
    </message>
</context>
<context>
    <name>ffp::ui::IncomeActions</name>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Recorded by mistake</source>
        <translation>录入有误</translation>
    </message>
    <message>
        <source>The statement of %1 is taken out of the register; it stays in the history.</source>
        <translation>将作废 %1 的收入核算；历史记录中仍保留。</translation>
    </message>
    <message>
        <source>Taken out; Ctrl+Z takes it back.</source>
        <translation>已作废；按 Ctrl+Z 可撤销。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::IncomeDialog</name>
    <message>
        <source>New income statement</source>
        <translation>新增收入核算</translation>
    </message>
    <message>
        <source>Income statement</source>
        <translation>收入核算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>Enter: next item · Ctrl+Enter: after the items · Insert: one more line · blank is not 0</source>
        <translation>回车：下一项 · Ctrl+回车：填完各项 · Insert：同项加一行 · 空白不等于0</translation>
    </message>
    <message>
        <source>This statement came with a file and stays as it is; what you save stands beside it.</source>
        <translation>这份核算由文件导入，保持原样；保存的内容另存一份。</translation>
    </message>
    <message>
        <source>Totals only, without items</source>
        <translation>只填合计，不填分项</translation>
    </message>
    <message>
        <source>Rule set: %1</source>
        <translation>规则集：%1</translation>
    </message>
    <message>
        <source>Not complete: a group without any item counts as 0.</source>
        <translation>未填完：没有项目的类别按0计。</translation>
    </message>
    <message>
        <source>Not counted, because the office has not decided on them: %1.</source>
        <translation>本地尚未确定是否计入，暂不计入：%1。</translation>
    </message>
    <message>
        <source>Please correct the fields marked in red.</source>
        <translation>请改正标红的内容。</translation>
    </message>
    <message>
        <source>Not saved: please correct the fields marked in red.</source>
        <translation>未保存：请改正标红的内容。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::IncomeGrid</name>
    <message>
        <source>Items</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>ffp::ui::IncomeGridModel</name>
    <message>
        <source>not decided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
</context>
<context>
    <name>ffp::ui::IncomeTab</name>
    <message>
        <source>Items of the selected statement</source>
        <translation>所选年度的收支明细</translation>
    </message>
    <message>
        <source>This statement has totals only, no items.</source>
        <translation>该年度只有合计，没有明细。</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>No income statement yet; add one or import the yearly file of the household.</source>
        <translation>还没有收入核算；请新增，或导入户年度信息表。</translation>
    </message>
    <message>
        <source>New statement…</source>
        <translation>新增核算…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Recorded by mistake…</source>
        <translation>录入有误…</translation>
    </message>
    <message>
        <source>Period %1, %2 persons (%3), rule set: %4. The two figures follow different rules: compare each only with its own line.</source>
        <translation>核算期 %1，%2 人（%3），规则集：%4。两个人均数口径不同，各与各的标准比较。</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>变化：%1</translation>
    </message>
    <message>
        <source>before %1, difference %2</source>
        <translation>原 %1，差额 %2</translation>
    </message>
    <message>
        <source>Items of the selected statement, and what differs from %1</source>
        <translation>所选核算的分项，以及与 %1 的差异</translation>
    </message>
</context>
<context>
    <name>ffp::ui::JobDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2 / %3</translation>
    </message>
</context>
<context>
    <name>ffp::ui::LedgerPage</name>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Ledgers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Sensitive facts hidden</source>
        <translation>隐去敏感信息</translation>
    </message>
    <message>
        <source>Risks shown, numbers hidden</source>
        <translation>显示风险，隐去号码</translation>
    </message>
    <message>
        <source>Everything in full</source>
        <translation>全部完整显示</translation>
    </message>
    <message>
        <source>&amp;Ledger</source>
        <translation>台账(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Area</source>
        <translation>地区(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Sensitive facts</source>
        <translation>敏感信息(&amp;S)</translation>
    </message>
    <message>
        <source>Show sensitive facts</source>
        <translation>显示敏感信息</translation>
    </message>
    <message>
        <source>The ledger will show sensitive facts: %1.</source>
        <translation>台账将显示敏感信息：%1。</translation>
    </message>
    <message>
        <source>This is written to the access log. Please keep prints and files safe.</source>
        <translation>本次操作将记入访问日志。请妥善保管打印件和文件。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No household of this class in this area on this day.</source>
        <translation>该地区在该日期没有此类农户。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 households</source>
        <translation>共%1户</translation>
    </message>
    <message>
        <source>Sensitive facts are not copied; please hide them first, or save a workbook.</source>
        <translation>敏感信息不能复制；请先隐藏，或另存为表格。</translation>
    </message>
    <message>
        <source>As of da&amp;y</source>
        <translation>截至日期(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>ffp::ui::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Log in as somebody else</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Unlock (%1)</source>
        <translation>解锁（%1）</translation>
    </message>
    <message>
        <source>%1, please enter your password to go on.</source>
        <translation>%1，请输入密码继续使用。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::LoginDialog</name>
    <message>
        <source>Log in – %1</source>
        <translation>登录——%1</translation>
    </message>
    <message>
        <source>Please choose the data file and log in.</source>
        <translation>请选择数据文件并登录。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Forgot password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>&amp;Set up a new data file…</source>
        <translation>新建数据文件(&amp;S)…</translation>
    </message>
    <message>
        <source>Data &amp;file</source>
        <translation>数据文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Nobody can read your password; please ask an administrator of your office to make you a new log-in.</source>
        <translation>密码无法查看，请本单位管理员为您重新开设用户。</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>选择数据文件</translation>
    </message>
    <message>
        <source>Data files (*.ffp);;All files (*)</source>
        <translation>数据文件 (*.ffp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Log in (%1)</source>
        <translation>登录（%1）</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>恢复备份(&amp;R)…</translation>
    </message>
    <message>
        <source>The backup was restored; please log in to it.</source>
        <translation>备份已恢复，请登录。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::MainWindow</name>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>Not saved yet (Ctrl+S)</source>
        <translation>尚未保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销：%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做：%1(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ffp::ui::MaintenanceDesk</name>
    <message>
        <source>Back up into</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Data files (*.ffp);;All files (*)</source>
        <translation>数据文件 (*.ffp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backed up and checked: %1 (%2)</source>
        <translation>已备份并校验：%1（%2）</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup is now the data file %1.</source>
        <translation>备份已恢复为数据文件 %1。</translation>
    </message>
    <message>
        <source>The present data file stays as it is. Please work with only one of the two from now on.</source>
        <translation>现在的数据文件保持不变。今后请只使用其中一个。</translation>
    </message>
    <message>
        <source>Open the restored file</source>
        <translation>打开恢复的文件</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在当前文件</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>校验数据</translation>
    </message>
    <message>
        <source>Rebuild the tables</source>
        <translation>重建数据</translation>
    </message>
    <message>
        <source>All tables are computed anew from the log. Nothing that was entered is lost; a backup is made before.</source>
        <translation>将根据日志重新计算全部数据表，已录入的内容不会丢失，重建前会自动备份。</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rebuilt; nothing differed.</source>
        <translation>已重建，没有差异。</translation>
    </message>
    <message>
        <source>Rebuilt; %1 rows were put right.</source>
        <translation>已重建，更正 %1 行。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::MattersPage</name>
    <message>
        <source>%1: came in since</source>
        <translation>%1：此后新增</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Which matters</source>
        <translation>事项范围</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>待我办理</translation>
    </message>
    <message>
        <source>Handled by me, under way</source>
        <translation>我办理过的（在办）</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Chains of the policy…</source>
        <translation>办理流程图…</translation>
    </message>
    <message>
        <source>Start a matter…</source>
        <translation>启动事项…</translation>
    </message>
    <message>
        <source>Where the matter stands</source>
        <translation>事项进度</translation>
    </message>
    <message>
        <source>Note a step…</source>
        <translation>填写环节记录…</translation>
    </message>
    <message>
        <source>Review and approval</source>
        <translation>审核审批</translation>
    </message>
    <message>
        <source>%1 matters</source>
        <translation>共%1个事项</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>没有事项。</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>当前环节</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>当前环节：%1</translation>
    </message>
    <message>
        <source>late since %1</source>
        <translation>已超期（期限%1）</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>期限%1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>尚缺</translation>
    </message>
    <message>
        <source>Changed since the last action</source>
        <translation>上次办理后有改动</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Note a step</source>
        <translation>填写环节记录</translation>
    </message>
    <message>
        <source>Which step</source>
        <translation>选择环节</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>已启动。</translation>
    </message>
    <message>
        <source>Done and signed.</source>
        <translation>已办理并签署。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::MeasureGuide</name>
    <message>
        <source>Risk no. %1</source>
        <translation>第%1项风险</translation>
    </message>
    <message>
        <source>Risk no. %1, found on %2</source>
        <translation>第%1项风险（%2发现）</translation>
    </message>
    <message>
        <source>%1 (rule %2, %3)</source>
        <translation>%1（规则%2，%3）</translation>
    </message>
    <message>
        <source>%1. For an exception please give its cause, the safeguards in trouble, and that the household cannot bear it alone.</source>
        <translation>%1。属于例外的，请填例外事由、出现问题的保障项目，并注明无力承担。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>ffp::ui::NewMatterDialog</name>
    <message>
        <source>Start a matter</source>
        <translation>启动事项</translation>
    </message>
    <message>
        <source>Number of the household</source>
        <translation>户编号</translation>
    </message>
    <message>
        <source>How it came up, in one sentence</source>
        <translation>线索来由，一句话说明</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>事项类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Household</source>
        <translation>户(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>事由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <translation>环节：%1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::NewSiteDialog</name>
    <message>
        <source>Set up a new data file</source>
        <translation>新建数据文件</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>首次设置</translation>
    </message>
    <message>
        <source>One data file holds the households of one office. Enter moves on.</source>
        <translation>一个数据文件存放一个单位的农户数据。按回车键进入下一项。</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县（区）</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>Setting up…</source>
        <translation>正在建立…</translation>
    </message>
    <message>
        <source>Where shall the data file lie?</source>
        <translation>选择数据文件的存放位置</translation>
    </message>
    <message>
        <source>Data files (*.ffp)</source>
        <translation>数据文件 (*.ffp)</translation>
    </message>
    <message>
        <source>&amp;Other place…</source>
        <translation>其他位置(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Level of the office</source>
        <translation>单位层级(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Name of the office</source>
        <translation>单位名称(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>地区(&amp;R)</translation>
    </message>
    <message>
        <source>Administrator&apos;s log-&amp;in name</source>
        <translation>管理员登录名(&amp;I)</translation>
    </message>
    <message>
        <source>Administrator&apos;s na&amp;me</source>
        <translation>管理员姓名(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>再输一遍密码(&amp;A)</translation>
    </message>
    <message>
        <source>Data &amp;file</source>
        <translation>数据文件(&amp;F)</translation>
    </message>
    <message>
        <source>Other pro&amp;vince: choose a division file…</source>
        <translation>其他省份：选择区划文件(&amp;V)…</translation>
    </message>
    <message>
        <source>Divisions of another province</source>
        <translation>其他省份的区划表</translation>
    </message>
    <message>
        <source>Division files (*.csv);;All files (*)</source>
        <translation>区划文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1: %2 divisions</source>
        <translation>%1：区划 %2 条</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>两次输入的新密码不一致。</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>现在的密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>新密码(&amp;N)</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>再输一遍新密码(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PasteDialog</name>
    <message>
        <source>Paste members</source>
        <translation>粘贴家庭成员</translation>
    </message>
    <message>
        <source>Paste visits</source>
        <translation>粘贴走访记录</translation>
    </message>
    <message>
        <source>The first line says what each column is; the cells can be corrected. All rows are written together, or none.</source>
        <translation>首行选择各列对应的字段，单元格可以改正。所有行一起写入，否则都不写入。</translation>
    </message>
    <message>
        <source>Pasted rows</source>
        <translation>粘贴的行</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>&amp;Take the row out</source>
        <translation>去掉此行(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>what was pasted</source>
        <translation>粘贴的内容</translation>
    </message>
    <message>
        <source>only kept as a note</source>
        <translation>只作备注保留</translation>
    </message>
    <message>
        <source>Column %1 is</source>
        <translation>第 %1 列对应</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>%1 rows: %2 are new or changed, %3 are known already, %4 have to be corrected.</source>
        <translation>共 %1 行：新增或修改 %2 行，已有 %3 行，须改正 %4 行。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PersonMergeDialog</name>
    <message>
        <source>One person, two entries</source>
        <translation>同一人的两条记录</translation>
    </message>
    <message>
        <source>%1. What names the entry on the right names the one on the left from now on; the right one leaves the register with its history.</source>
        <translation>%1。合并后，原来指向右边记录的改为指向左边；右边的记录退出登记，历史保留。</translation>
    </message>
    <message>
        <source>Who follows as &amp;head of the household on the right</source>
        <translation>右边这户由谁接任户主(&amp;H)</translation>
    </message>
    <message>
        <source>Relations to the new head</source>
        <translation>与新户主关系</translation>
    </message>
    <message>
        <source>Such as a document or who confirmed it (kept in the history)</source>
        <translation>如证明材料、由谁核实（记入历史）</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Show whole &amp;values (is recorded)</source>
        <translation>显示完整内容（会记录）(&amp;V)</translation>
    </message>
    <message>
        <source>S&amp;wap sides</source>
        <translation>左右互换(&amp;W)</translation>
    </message>
    <message>
        <source>Take together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leaves the register</source>
        <translation>退出登记</translation>
    </message>
    <message>
        <source>(blank)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PickList</name>
    <message>
        <source>Type or choose to add</source>
        <translation>输入或选择后添加</translation>
    </message>
    <message>
        <source>Delete takes a line out, Ctrl+Up and Ctrl+Down move it</source>
        <translation>Delete 删除一行，Ctrl+↑、Ctrl+↓ 调整顺序</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PolicyValuesDialog</name>
    <message>
        <source>set here</source>
        <translation>本单位设定</translation>
    </message>
    <message>
        <source>fixed by the policy</source>
        <translation>政策规定</translation>
    </message>
    <message>
        <source>local default</source>
        <translation>本地默认</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Policy values</source>
        <translation>政策取值</translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>No such value.</source>
        <translation>没有这样的取值。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Basis, such as a document (kept in the history)</source>
        <translation>依据，如文件名称、文号（记入历史）</translation>
    </message>
    <message>
        <source>&amp;Set for this office</source>
        <translation>本单位采用(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back to the pack&apos;s value</source>
        <translation>恢复政策包取值(&amp;B)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>In the pack: %1</source>
        <translation>政策包取值：%1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::PrintPreview</name>
    <message>
        <source>Print preview: %1</source>
        <translation>打印预览：%1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>上一页 (PgUp)</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>下一页 (PgDn)</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>A4 landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A3 landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>另存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>Save as &amp;workbook…</source>
        <translation>另存为表格(&amp;W)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The columns do not fit on one page; they are split over %1 pages that follow each other.</source>
        <translation>一页排不下所有栏目，已分排在相连的%1页上。</translation>
    </message>
    <message>
        <source>Rows higher than a page: %1. They go on on the next page.</source>
        <translation>有%1行高于一页，已接续到下一页。</translation>
    </message>
    <message>
        <source>Fonts that this computer does not have are replaced: %1.</source>
        <translation>本机缺少的字体已用其他字体代替：%1。</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>共%1页</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>%1 pages were sent to the printer.</source>
        <translation>已将%1页送往打印机。</translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A3 portrait</source>
        <translation>A3 纵向</translation>
    </message>
    <message>
        <source>Attachments that could not be printed in full: %1. Their pages say why.</source>
        <translation>未能完整印出的附件：%1 件，原因见相应页。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::QualityListModel</name>
    <message>
        <source> – answered: %1</source>
        <translation> – 已答复：%1</translation>
    </message>
    <message>
        <source>To correct</source>
        <translation>必须改正</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>须答复</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>户主</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ffp::ui::QualityPage</name>
    <message>
        <source>Data quality</source>
        <translation>数据质量</translation>
    </message>
    <message>
        <source>Findings by rule</source>
        <translation>各规则疑点数</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1条疑点</translation>
    </message>
    <message>
        <source>No finding here.</source>
        <translation>没有疑点。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部级别</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>All villages</source>
        <translation>全部村</translation>
    </message>
    <message>
        <source>Answered ones too</source>
        <translation>含已答复</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>开始核查(&amp;C)</translation>
    </message>
    <message>
        <source>Enter opens the household at the field.</source>
        <translation>按回车键打开该户的相应字段。</translation>
    </message>
    <message>
        <source>Answer with a &amp;reason…</source>
        <translation>答复(&amp;R)…</translation>
    </message>
    <message>
        <source>Save as &amp;workbook…</source>
        <translation>存为Excel表(&amp;W)…</translation>
    </message>
    <message>
        <source>The register has changed since this check.</source>
        <translation>核查之后登记库有变化。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>重新核查</translation>
    </message>
    <message>
        <source>%1: %2 households looked at; to correct %3, to answer %4, hints %5. %6 rules could not be looked at (details).</source>
        <translation>%1：核查%2户；必须改正%3条，须答复%4条，提示%5条。有%6条规则未核查（详情）。</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>There is no household to open: %1</source>
        <translation>没有可打开的户：%1</translation>
    </message>
    <message>
        <source>Answered; Ctrl+Z takes it back.</source>
        <translation>已答复，按Ctrl+Z可撤销。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::ReasonDialog</name>
    <message>
        <source>Reason (kept in the history)</source>
        <translation>原因（保留在历史记录中）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ffp::ui::RecordDialog</name>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;How the person comes</source>
        <translation>增加原因(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>变动日期(&amp;D)</translation>
    </message>
    <message>
        <source>Please say how the person comes, and below on what basis.</source>
        <translation>请选择增加原因，并在下方填写依据。</translation>
    </message>
    <message>
        <source>May be %1 of household %2: %3</source>
        <translation>疑似与 %2 户的%1重复：%3</translation>
    </message>
</context>
<context>
    <name>ffp::ui::RecordForm</name>
    <message>
        <source>Basis of the change, such as a document (kept in the history)</source>
        <translation>变更依据，如文件名（记入变更历史）</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Please correct the fields marked in red.</source>
        <translation>请更正标红的字段。</translation>
    </message>
    <message>
        <source>Not saved: please correct the fields marked in red.</source>
        <translation>未保存，请更正标红的字段。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::RelationsGrid</name>
    <message>
        <source>%1 until now</source>
        <translation>原为%1</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
</context>
<context>
    <name>ffp::ui::SearchBox</name>
    <message>
        <source>Name, pinyin, ID number, phone, village (Ctrl+F)</source>
        <translation>姓名、拼音、证件号、电话、村名（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Nothing found; please try fewer characters.</source>
        <translation>没有找到，请减少输入的字。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::SearchFeed</name>
    <message>
        <source>The search is being prepared; please try again in a moment.</source>
        <translation>正在准备查询，请稍候再试。</translation>
    </message>
    <message>
        <source>village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>found by %1</source>
        <translation>按%1查到</translation>
    </message>
    <message>
        <source>%1 more; type more characters.</source>
        <translation>还有%1条，请多输入几个字。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未填姓名）</translation>
    </message>
</context>
<context>
    <name>ffp::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>after %1 minutes</source>
        <translation>%1分钟后</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>字号(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>外观(&amp;H)</translation>
    </message>
    <message>
        <source>Loc&amp;k when nobody is there</source>
        <translation>无人操作时自动锁定(&amp;K)</translation>
    </message>
    <message>
        <source>These settings hold for this computer, not for the data file.</source>
        <translation>这些设置只对本机有效，不写入数据文件。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ffp::ui::SiteController</name>
    <message>
        <source>A backup was restored. What was handed over to other offices since then comes back with the next exchange.</source>
        <translation>数据已从备份恢复。此后与其他单位交换过的内容，会在下次交换时补回。</translation>
    </message>
    <message>
        <source>This data file is older than the one this computer saw last: an older copy was put in its place. Please restore the newest backup if that was not intended.</source>
        <translation>这个数据文件比本机上次使用的旧，可能被旧副本替换。如非有意，请恢复最新的备份。</translation>
    </message>
    <message>
        <source>This data file was moved to another place or computer. Please do not use the old copy any more.</source>
        <translation>数据文件已换了位置或电脑，请不要再使用旧的那一份。</translation>
    </message>
    <message>
        <source>The newest entry is more than a day in the future. Please check the clock of this computer.</source>
        <translation>最新的一条记录比现在晚一天以上，请检查本机时间。</translation>
    </message>
    <message>
        <source>Open another data file</source>
        <translation>打开其他数据文件</translation>
    </message>
    <message>
        <source>Data files (*.ffp);;All files (*)</source>
        <translation>数据文件 (*.ffp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时间没有错</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>Backing up before closing</source>
        <translation>关闭前备份</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>The backup before closing failed; everything entered is saved in the data file all the same.</source>
        <translation>关闭前的备份没有成功，已录入的内容都已保存在数据文件中。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Doing it again…</source>
        <translation>正在重做……</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>正在撤销……</translation>
    </message>
    <message>
        <source>The new settings show as soon as this page is left.</source>
        <translation>离开此页后，新的设置即显示出来。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do “%1” of %2 again, with all its %3 entries?</source>
        <translation>重做%2的“%1”，共%3条？</translation>
    </message>
    <message>
        <source>Take back “%1” of %2 with all its %3 entries?</source>
        <translation>撤销%2的“%1”，连同其中全部%3条？</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>Visits begun and not saved: %1. They wait on the page “Visits”.</source>
        <translation>有%1条走访录入了一半没有保存，请到“走访记录”页继续。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::TablePage</name>
    <message>
        <source>Tables</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>统计表</translation>
    </message>
    <message>
        <source>Nothing fits the conditions.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation>统计表名称</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>Keeps the choices under this name, for every user of this office</source>
        <translation>按此名称保存所选内容，本单位其他人员也能使用</translation>
    </message>
    <message>
        <source>Remove this table</source>
        <translation>删除此统计表</translation>
    </message>
    <message>
        <source>Count by</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Bounds of bands, such as 16,60</source>
        <translation>分段界值，如 16,60</translation>
    </message>
    <message>
        <source>Bounds of bands</source>
        <translation>分段界值</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Count &amp;by</source>
        <translation>分组(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;igures</source>
        <translation>指标(&amp;I)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Count and add up</source>
        <translation>分组统计</translation>
    </message>
    <message>
        <source>List one by one</source>
        <translation>逐条列出</translation>
    </message>
    <message>
        <source>Sensitive facts in &amp;full</source>
        <translation>敏感信息全部显示(&amp;L)</translation>
    </message>
    <message>
        <source>Kept &amp;table</source>
        <translation>已保存(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>统计对象(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>区域(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translation>方式(&amp;W)</translation>
    </message>
    <message>
        <source>Only those with</source>
        <translation>条件（同时符合）</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Household: %1</source>
        <translation>户：%1</translation>
    </message>
    <message>
        <source>%1, sum</source>
        <translation>%1合计</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <translation>%1平均</translation>
    </message>
    <message>
        <source>%1, least</source>
        <translation>%1最小</translation>
    </message>
    <message>
        <source>%1, most</source>
        <translation>%1最大</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>新统计表</translation>
    </message>
    <message>
        <source>Please give the table a name first.</source>
        <translation>请先给统计表取个名称。</translation>
    </message>
    <message>
        <source>Kept as %1.</source>
        <translation>已保存为“%1”。</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot; from the kept tables?</source>
        <translation>删除已保存的统计表“%1”吗？</translation>
    </message>
    <message>
        <source>The facts of the register stay as they are.</source>
        <translation>台账数据不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Please choose what to list or to count.</source>
        <translation>请选择要列出的列或要统计的指标。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::VillageDialog</name>
    <message>
        <source>Add a village</source>
        <translation>增补村</translation>
    </message>
    <message>
        <source>&amp;Township</source>
        <translation>乡镇(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Name of the village</source>
        <translation>村名(&amp;N)</translation>
    </message>
    <message>
        <source>Division &amp;code (a free one is proposed)</source>
        <translation>区划代码(&amp;C)（已给出一个未用的代码）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增补</translation>
    </message>
</context>
<context>
    <name>ffp::ui::VisitPage</name>
    <message>
        <source>Previous</source>
        <translation>上一户</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一户</translation>
    </message>
    <message>
        <source>0: nothing changed, then Enter: save</source>
        <translation>按 0 选“无变化”，再按回车保存</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>新增走访</translation>
    </message>
    <message>
        <source>The draft of %1 is back.</source>
        <translation>已恢复 %1 的草稿。</translation>
    </message>
    <message>
        <source>No head yet</source>
        <translation>尚未登记户主</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 户，共 %2 户</translation>
    </message>
    <message>
        <source>Please correct the fields marked in red.</source>
        <translation>请更正标红的字段。</translation>
    </message>
    <message>
        <source>Not saved: please correct the fields marked in red.</source>
        <translation>未保存，请更正标红的字段。</translation>
    </message>
    <message>
        <source>The visit to %1 is saved.</source>
        <translation>%1 户的走访已保存。</translation>
    </message>
    <message>
        <source>Next household (Enter)</source>
        <translation>下一户（回车）</translation>
    </message>
    <message>
        <source>Next household: %1 (Enter)</source>
        <translation>下一户：%1（回车）</translation>
    </message>
</context>
<context>
    <name>ffp::ui::VisitPanel</name>
    <message>
        <source>Due</source>
        <translation>待办事项</translation>
    </message>
    <message>
        <source>Show what is masked (is recorded)</source>
        <translation>显示被遮盖的内容（留痕）</translation>
    </message>
    <message>
        <source>The contact of this month is due.</source>
        <translation>本月联系走访尚未完成。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有待办事项。</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>上次走访</translation>
    </message>
    <message>
        <source>No visit yet.</source>
        <translation>还没有走访记录。</translation>
    </message>
    <message>
        <source>Last visit: %1</source>
        <translation>上次走访：%1</translation>
    </message>
    <message>
        <source>A visit of this day has been entered already.</source>
        <translation>这一天的走访已经录入过。</translation>
    </message>
</context>
<context>
    <name>ffp::ui::VisitSheet</name>
    <message>
        <source>Visitor %1</source>
        <translation>走访人 %1</translation>
    </message>
</context>
<context>
    <name>ffp::ui::VisitsPage</name>
    <message>
        <source>Visits</source>
        <translation>走访记录</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Household, village, visitor or change</source>
        <translation>户主、村、走访人或变化事项</translation>
    </message>
    <message>
        <source>Begun and not saved yet</source>
        <translation>未完成的走访（草稿）</translation>
    </message>
    <message>
        <source>No visit in this month. F6 in the household list begins one.</source>
        <translation>本月还没有走访记录。在农户列表按 F6 开始走访。</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>Typed last</source>
        <translation>最后录入</translation>
    </message>
    <message>
        <source>%1 visits</source>
        <translation>%1 条走访</translation>
    </message>
</context>
<context>
    <name>ffp::ui::WorkbenchPage</name>
    <message>
        <source>Today</source>
        <translation>今日工作</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>year, month</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>Red alerts</source>
        <translation>红色预警</translation>
    </message>
    <message>
        <source>Orange alerts</source>
        <translation>橙色预警</translation>
    </message>
    <message>
        <source>Yellow alerts</source>
        <translation>黄色预警</translation>
    </message>
    <message>
        <source>Past their date</source>
        <translation>已过期限</translation>
    </message>
    <message>
        <source>To contact</source>
        <translation>待联系</translation>
    </message>
    <message>
        <source>Begun visits</source>
        <translation>未完成的走访</translation>
    </message>
    <message>
        <source>Most urgent</source>
        <translation>最紧要的</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>全部预警</translation>
    </message>
    <message>
        <source>No open alert. The month-end check looks for new ones.</source>
        <translation>没有未消除的预警，下次月末排查时会重新查找。</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Month-end check</source>
        <translation>月末排查</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>校验数据</translation>
    </message>
    <message>
        <source>Whether every entry is as it was written</source>
        <translation>核对每条记录是否与写入时一致</translation>
    </message>
    <message>
        <source>State of the data</source>
        <translation>数据情况</translation>
    </message>
    <message>
        <source>There are no households yet</source>
        <translation>还没有农户</translation>
    </message>
    <message>
        <source>Please import the registry files of your office (xlsx, xls, ods or csv). The program shows what it found before anything is written, and one import can be taken back as a whole.</source>
        <translation>请导入本单位的花名册文件（xlsx、xls、ods 或 csv）。写入之前会先显示核对结果，一次导入可以整体撤销。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Today – %1</source>
        <translation>今日工作 · %1</translation>
    </message>
    <message>
        <source>d MMMM yyyy, dddd</source>
        <comment>date format</comment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
    <message>
        <source>open; verify at once</source>
        <translation>未消除，请马上核实</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>没有未消除的</translation>
    </message>
    <message>
        <source>open; verify soon</source>
        <translation>未消除，请尽快核实</translation>
    </message>
    <message>
        <source>open; to keep in mind</source>
        <translation>未消除，请留意</translation>
    </message>
    <message>
        <source>alerts not settled in time</source>
        <translation>超过期限未办结</translation>
    </message>
    <message>
        <source>all alerts are in time</source>
        <translation>没有超期的预警</translation>
    </message>
    <message>
        <source>no edge households</source>
        <translation>没有边缘户</translation>
    </message>
    <message>
        <source>typed but not saved</source>
        <translation>已填写，还没保存</translation>
    </message>
    <message>
        <source>nothing left over</source>
        <translation>没有遗留</translation>
    </message>
    <message>
        <source>to be set</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>农户</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>填写时间</translation>
    </message>
    <message>
        <source>%1 households, %2 persons</source>
        <translation>%1 户，%2 人</translation>
    </message>
    <message>
        <source>Month-end check of %1 is due; last done for %2</source>
        <translation>%1的月末排查待办，上次排查到%2</translation>
    </message>
    <message>
        <source>Month-end check of %1 is due; none was done yet</source>
        <translation>%1的月末排查待办，尚未排查过</translation>
    </message>
    <message>
        <source>Month-end check: last done for %1</source>
        <translation>月末排查：已排查到%1</translation>
    </message>
    <message>
        <source>Last backup: %1</source>
        <translation>上次备份：%1</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>of %1 edge households this month</source>
        <translation>本月还没联系的边缘户，共 %1 户</translation>
    </message>
</context>
</TS>
