<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ActionCard</name>
    <message numerus="yes">
        <source>Show %n earlier wording(s)</source>
        <translation>
            <numerusform>Show %n earlier wording</numerusform>
            <numerusform>Show %n earlier wordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CadenceWords</name>
    <message numerus="yes">
        <source>%n time(s) a week</source>
        <translation>
            <numerusform>Once a week</numerusform>
            <numerusform>%n times a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s), on a day to be chosen</source>
        <translation>
            <numerusform>Every week, on a day to be chosen</numerusform>
            <numerusform>Every %n weeks, on a day to be chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s), on {days}</source>
        <translation>
            <numerusform>Every week, on {days}</numerusform>
            <numerusform>Every %n weeks, on {days}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarCommands</name>
    <message numerus="yes">
        <source>%n marked kept.</source>
        <translation>
            <numerusform>%n marked kept.</numerusform>
            <numerusform>%n marked kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarSpoken</name>
    <message numerus="yes">
        <source>%n could not</source>
        <translation>
            <numerusform>%n could not</numerusform>
            <numerusform>%n could not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept late, but told me</source>
        <translation>
            <numerusform>%n kept late, but told me</numerusform>
            <numerusform>%n kept late, but told me</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kept</source>
        <translation>
            <numerusform>%n not kept</numerusform>
            <numerusform>%n not kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not recorded</source>
        <translation>
            <numerusform>%n not recorded</numerusform>
            <numerusform>%n not recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not said</source>
        <translation>
            <numerusform>%n not said</numerusform>
            <numerusform>%n not said</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} kept</source>
        <translation>
            <numerusform>%n of {all} kept</numerusform>
            <numerusform>%n of {all} kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly</source>
        <translation>
            <numerusform>%n partly</numerusform>
            <numerusform>%n partly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsaid</source>
        <translation>
            <numerusform>%n unsaid</numerusform>
            <numerusform>%n unsaid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillDays</name>
    <message numerus="yes">
        <source>Mark %n kept</source>
        <translation>
            <numerusform>Mark %n kept</numerusform>
            <numerusform>Mark %n kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NavRow</name>
    <message numerus="yes">
        <source>{page}, %n not said yet</source>
        <translation>
            <numerusform>{page}, %n not said yet</numerusform>
            <numerusform>{page}, %n not said yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Still open before this can be your plan: %n action(s).</source>
        <translation>
            <numerusform>Still open before this can be your plan: %n action.</numerusform>
            <numerusform>Still open before this can be your plan: %n actions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaidList</name>
    <message numerus="yes">
        <source>%n in {month}</source>
        <translation>
            <numerusform>%n in {month}</numerusform>
            <numerusform>%n in {month}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimesBox</name>
    <message numerus="yes">
        <source>%n time(s) a week</source>
        <translation>
            <numerusform>%n time a week</numerusform>
            <numerusform>%n times a week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeksBox</name>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every %n week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
</context>
</TS>