<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ActionCard</name>
    <message numerus="yes">
        <source>Show %Ln earlier wording(s)</source>
        <translation>
            <numerusform>Show %Ln earlier wording</numerusform>
            <numerusform>Show %Ln earlier wordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message numerus="yes">
        <source>Show %Ln earlier answer(s)</source>
        <translation>
            <numerusform>Show %Ln earlier answer</numerusform>
            <numerusform>Show %Ln earlier answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CadenceWords</name>
    <message numerus="yes">
        <source>%Ln time(s) a week</source>
        <translation>
            <numerusform>Once a week</numerusform>
            <numerusform>%Ln times a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln week(s), on a day to be chosen</source>
        <translation>
            <numerusform>Every week, on a day to be chosen</numerusform>
            <numerusform>Every %Ln weeks, on a day to be chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln week(s), on {days}</source>
        <translation>
            <numerusform>Every week, on {days}</numerusform>
            <numerusform>Every %Ln weeks, on {days}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCommands</name>
    <message numerus="yes">
        <source>%Ln marked kept.</source>
        <translation>
            <numerusform>%Ln marked kept.</numerusform>
            <numerusform>%Ln marked kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarSpoken</name>
    <message numerus="yes">
        <source>%Ln could not</source>
        <translation>
            <numerusform>%Ln could not</numerusform>
            <numerusform>%Ln could not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not kept</source>
        <translation>
            <numerusform>%Ln not kept</numerusform>
            <numerusform>%Ln not kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not recorded</source>
        <translation>
            <numerusform>%Ln not recorded</numerusform>
            <numerusform>%Ln not recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not said</source>
        <translation>
            <numerusform>%Ln not said</numerusform>
            <numerusform>%Ln not said</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them late but told me</source>
        <translation>
            <numerusform>%Ln of them late but told me</numerusform>
            <numerusform>%Ln of them late but told me</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of {all} kept</source>
        <translation>
            <numerusform>%Ln of {all} kept</numerusform>
            <numerusform>%Ln of {all} kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partly</source>
        <translation>
            <numerusform>%Ln partly</numerusform>
            <numerusform>%Ln partly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsaid</source>
        <translation>
            <numerusform>%Ln unsaid</numerusform>
            <numerusform>%Ln unsaid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message numerus="yes">
        <source>%Ln at other times</source>
        <translation>
            <numerusform>%Ln at other times</numerusform>
            <numerusform>%Ln at other times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not</source>
        <translation type="unfinished">
            <numerusform>%Ln could not</numerusform>
            <numerusform>%Ln could not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not kept</source>
        <translation type="unfinished">
            <numerusform>%Ln not kept</numerusform>
            <numerusform>%Ln not kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not recorded</source>
        <translation type="unfinished">
            <numerusform>%Ln not recorded</numerusform>
            <numerusform>%Ln not recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln partly</source>
        <translation type="unfinished">
            <numerusform>%Ln partly</numerusform>
            <numerusform>%Ln partly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln so far this week</source>
        <translation>
            <numerusform>%Ln so far this week</numerusform>
            <numerusform>%Ln so far this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln week(s) not recorded</source>
        <translation>
            <numerusform>%Ln week not recorded</numerusform>
            <numerusform>%Ln weeks not recorded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillDays</name>
    <message numerus="yes">
        <source>Mark %Ln kept</source>
        <translation>
            <numerusform>Mark %Ln kept</numerusform>
            <numerusform>Mark %Ln kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message numerus="yes">
        <source>%Ln found, the newest first</source>
        <translation>
            <numerusform>%Ln found, the newest first</numerusform>
            <numerusform>%Ln found, the newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln; there are older ones</source>
        <translation>
            <numerusform>The newest %Ln; there are older ones</numerusform>
            <numerusform>The newest %Ln; there are older ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HouseholdRows</name>
    <message numerus="yes">
        <source>For somebody else at this computer, up to %Ln in all. Each has a passphrase of its own, and none opens another.</source>
        <translation>
            <numerusform>For somebody else at this computer, up to %Ln in all. Each has a passphrase of its own, and none opens another.</numerusform>
            <numerusform>For somebody else at this computer, up to %Ln in all. Each has a passphrase of its own, and none opens another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message numerus="yes">
        <source>%Ln backup(s) in the chosen folder keep the old key.</source>
        <translation>
            <numerusform>%Ln backup in the chosen folder keep the old key.</numerusform>
            <numerusform>%Ln backups in the chosen folder keep the old key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message numerus="yes">
        <source>%Ln backup(s) in {folder}</source>
        <translation>
            <numerusform>%Ln backup in {folder}</numerusform>
            <numerusform>%Ln backups in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavRow</name>
    <message numerus="yes">
        <source>{page}, %Ln not said yet</source>
        <translation>
            <numerusform>{page}, %Ln not said yet</numerusform>
            <numerusform>{page}, %Ln not said yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PauseTimes</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanLines</name>
    <message numerus="yes">
        <source>%Ln of your actions have come to the day for looking at them again. Until you do, they go on.</source>
        <translation>
            <numerusform>%Ln of your actions have come to the day for looking at them again. Until you do, they go on.</numerusform>
            <numerusform>%Ln of your actions have come to the day for looking at them again. Until you do, they go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Still open before this can be your plan: %Ln part(s).</source>
        <translation>
            <numerusform>Still open before this can be your plan: %Ln part.</numerusform>
            <numerusform>Still open before this can be your plan: %Ln parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaidList</name>
    <message numerus="yes">
        <source>%Ln in {month}</source>
        <translation>
            <numerusform>%Ln in {month}</numerusform>
            <numerusform>%Ln in {month}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkLines</name>
    <message numerus="yes">
        <source>For %Ln of your actions the day has come that you named for asking once more. There is no hurry.</source>
        <translation>
            <numerusform>For %Ln of your actions the day has come that you named for asking once more. There is no hurry.</numerusform>
            <numerusform>For %Ln of your actions the day has come that you named for asking once more. There is no hurry.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimesBox</name>
    <message numerus="yes">
        <source>%Ln time(s) a week</source>
        <translation>
            <numerusform>%Ln time a week</numerusform>
            <numerusform>%Ln times a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockWords</name>
    <message numerus="yes">
        <source>%Ln attempt(s) since did not open it{last}.</source>
        <translation>
            <numerusform>%Ln attempt since did not open it{last}.</numerusform>
            <numerusform>%Ln attempts since did not open it{last}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before that, %Ln attempt(s) did not open it{last}.</source>
        <translation>
            <numerusform>Before that, %Ln attempt did not open it{last}.</numerusform>
            <numerusform>Before that, %Ln attempts did not open it{last}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message numerus="yes">
        <source>You can try again in %Ln second(s).</source>
        <translation>
            <numerusform>You can try again in %Ln second.</numerusform>
            <numerusform>You can try again in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeksBox</name>
    <message numerus="yes">
        <source>every %Ln week(s)</source>
        <translation>
            <numerusform>every %Ln week</numerusform>
            <numerusform>every %Ln weeks</numerusform>
        </translation>
    </message>
</context>
</TS>