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
</TS>
