import Office
import Web

/// The style of the pages of annual reports.
enum ReportStyle {
    /// The pages of annual reports: the statutory tables, marks on cells, findings, the source beside them.
    static let text = """
        .form{border:1px solid var(--quiet)}
        .form th,.form td{border:1px solid var(--line);padding:4px 6px;vertical-align:middle}
        .form thead th,.form th[scope=col]{text-align:center;vertical-align:middle}
        .form thead th,.form .block{background:var(--wash)}
        .form thead th{border-bottom:1px solid var(--quiet);min-width:3.9em}
        .form .block{font-weight:600}
        .form td.note{text-align:left;color:var(--quiet)}
        .form th{font-weight:400}
        .form th[scope=rowgroup]{min-width:3.4em;max-width:5em;vertical-align:top}
        .form th[scope=row]{min-width:8em;position:sticky;left:0;background:var(--paper);z-index:1}
        .form td{text-align:right;min-width:3.9em}
        .form td.marked{background:#fff8e6;box-shadow:inset 0 0 0 1px var(--warning)}
        .form td.marked.error{background:#fdecea;box-shadow:inset 0 0 0 2px var(--error)}
        .form td.marked.notice{background:#eaf2fc;box-shadow:inset 0 0 0 1px var(--notice)}
        .form td:target,.source :target,.findings>li:target{background:var(--hit);outline:2px solid var(--ink);outline-offset:-2px}
        .form td>a:not(.mark){color:var(--ink);display:inline-block;min-width:1.5em;padding:4px 0}
        .form td .word{color:var(--quiet);display:inline-block;max-width:2.2em}
        .mark{display:flex;align-items:center;justify-content:flex-end;min-height:24px;font-size:.7778rem;line-height:1.5;white-space:nowrap}
        th .mark{justify-content:flex-start}
        .form .own{display:block;font-size:.7778rem;color:var(--quiet);white-space:nowrap}
        .form .own::before{content:"总报告 "}
        .kinds{display:none}
        .findings{list-style:none;padding:0}
        .findings>li{border-top:1px solid var(--line);padding:12px 0;margin:0}
        .findings p{margin:0 0 4px}
        .findings dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 16px;margin:0;font-size:.8889rem;line-height:1.6}
        .findings dt{color:var(--quiet)}
        .findings dd{margin:0}
        .counts{display:flex;flex-wrap:wrap;gap:8px;list-style:none;padding:0}
        .counts li{margin:0}
        .beside{display:grid;grid-template-columns:minmax(0,2.05fr) minmax(0,1fr);gap:0 32px;align-items:start}
        .beside>.pane{position:sticky;top:16px}
        .report-text{font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}
        .report-text p{text-indent:2em;margin:0 0 8px}
        .source{border:1px solid var(--line);max-height:calc(100vh - 140px);overflow:auto;font-size:.8889rem;line-height:1.6;padding:8px 0}
        .source ol{margin:0;padding:0;list-style:none;font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}
        .source li{display:grid;grid-template-columns:3.6em minmax(0,1fr);margin:0;padding:0 8px 0 0;white-space:pre-wrap}
        .source li::before{content:attr(data-n);color:var(--quiet);text-align:right;padding-right:12px;user-select:none;font-variant-numeric:tabular-nums}
        .source p{margin:0;padding:2px 12px}
        .source table{margin:8px 12px;font-size:.7778rem}
        .source td{border:1px solid var(--line);padding:2px 6px;white-space:pre-wrap;min-width:2em}
        .source h3,.source h4{margin:8px 12px 0;font-size:.8889rem}
        .differs{background:#fff8e6;font-weight:600}
        .differs .word{display:block;font-weight:400;font-size:.7778rem;color:var(--warning);white-space:nowrap}
        .pair tbody tr.second th,.pair tbody tr.second td{border-bottom:2px solid var(--line)}
        .pair .which{color:var(--quiet)}
        .pair .whole{color:var(--quiet);text-align:right}
        .pair th[scope=rowgroup]{max-width:18em;min-width:8em}
        .pair tr.second>:first-child{position:static;min-width:0}

        """
}
