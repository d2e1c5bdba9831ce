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
        <source>%Ln kept late, but told me</source>
        <translation>
            <numerusform>%Ln kept late, but told me</numerusform>
            <numerusform>%Ln kept late, but told me</numerusform>
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
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Still open before this can be your plan: %Ln action(s).</source>
        <translation>
            <numerusform>Still open before this can be your plan: %Ln action.</numerusform>
            <numerusform>Still open before this can be your plan: %Ln actions.</numerusform>
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