extension Stylesheet {
    /// Components: tags, forms, the error summary, tables in their frames, lists of facts, paging, charts.
    package static let parts = """
        .tag{display:inline-flex;align-items:center;min-height:24px;padding:0 8px;border:1px solid currentColor;border-radius:2px;font-size:.8889rem;line-height:1.6;white-space:nowrap;background:var(--paper)}
        .tag.error,.mark.error{color:var(--error)}
        .tag.warning,.mark.warning{color:var(--warning)}
        .tag.notice,.mark.notice{color:var(--notice)}
        .tag.plain{color:var(--quiet)}
        .button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:8px 24px;border:1px solid var(--accent);border-radius:2px;background:var(--accent);color:#fff;font:inherit;line-height:1.4;text-decoration:none;cursor:pointer}
        .button:hover{background:#7f0f16}
        .button.second{background:var(--paper);color:var(--ink);border-color:var(--quiet)}
        .button.second:hover{background:var(--wash)}
        .field{margin:0 0 24px}
        .field label,.field .label{display:block;font-weight:600;margin-bottom:4px}
        .hint{display:block;color:var(--quiet);font-size:.8889rem;margin-bottom:8px}
        .field-error{display:block;color:var(--error);font-weight:600;margin-bottom:8px}
        .field.wrong{border-left:4px solid var(--error);padding-left:16px}
        select,input[type=text],input[type=file]{font:inherit;line-height:1.4;color:inherit;background:var(--paper);min-height:44px;padding:8px 12px;border:1px solid var(--quiet);border-radius:2px;max-width:100%}
        input[type=file]{width:100%;padding:12px;border-style:dashed;background:var(--wash)}
        .filter{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-end;background:var(--wash);border:1px solid var(--line);padding:16px;margin:0 0 24px}
        .filter .field{margin:0;min-width:0;max-width:100%}
        .filter .grow{flex:1 1 14em}
        .filter .grow input{width:100%}
        .summary{border:3px solid var(--error);border-radius:2px;padding:16px 24px;margin:24px 0 32px;max-width:720px}
        .summary h2{margin:0 0 8px;font-size:1.1111rem}
        .summary ul{margin:0}
        .summary a{color:var(--error);font-weight:600}
        .inset{border-left:4px solid var(--line);padding:4px 0 4px 16px;margin:0 0 24px}
        .inset.warning{border-color:var(--warning)}
        .inset p:last-child{margin:0}
        .frame{overflow-x:auto;max-width:100%;margin:0 0 24px;position:relative;background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/48px 100% no-repeat local,linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/48px 100% no-repeat local,linear-gradient(90deg,var(--line),transparent) 0 0/16px 100% no-repeat,linear-gradient(270deg,var(--line),transparent) 100% 0/16px 100% no-repeat}
        .frame:focus-visible{outline-offset:0}
        table{border-collapse:collapse;font-size:.8889rem;line-height:1.4;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:600;padding:0 0 8px;font-size:1rem}
        th,td{padding:8px 12px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        thead th{font-weight:600;border-bottom:2px solid var(--quiet);vertical-align:bottom}
        tbody th{font-weight:400}
        th.figure,td.figure{text-align:right;white-space:nowrap}
        .list{width:100%}
        .list tbody tr:hover,.list tbody tr:hover th{background:var(--wash)}
        .held th,.held td{white-space:nowrap}
        .held tr>:first-child{position:sticky;left:0;background:var(--paper);z-index:1;white-space:normal;min-width:6.5em}
        .told td:not(.figure){white-space:normal;min-width:8em}
        .tight th,.tight td{padding:8px 6px}
        .tight thead th{white-space:normal;min-width:3em}
        .tight tr>:first-child{min-width:0;padding-left:0}
        .facts{width:100%;max-width:720px;margin:0 0 24px}
        .facts th{width:9em;color:var(--quiet);font-weight:400;padding-left:0;white-space:nowrap}
        .facts td{overflow-wrap:anywhere}
        .paging{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;margin:24px 0}
        .paging a{display:inline-flex;align-items:center;min-height:44px}
        .actions{display:flex;flex-wrap:wrap;gap:8px 24px;margin:0 0 24px;padding:0;list-style:none}
        .actions{align-items:baseline}
        .actions li{margin:0}
        .actions a:not(.button){display:inline-flex;align-items:center;min-height:44px}
        ul.plain{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 24px}
        ul.plain li{margin:0}
        ul.plain a{display:inline-flex;align-items:center;min-height:44px}
        .rows{list-style:none;padding:0}
        .rows li{margin:0;border-top:1px solid var(--line);padding:8px 0}
        .names{columns:14em;list-style:none;padding:0}
        .words p{margin:0 0 8px}
        .words .count{font-weight:600;font-variant-numeric:tabular-nums}
        .part>summary h2{display:inline;margin:0;font-size:1.1111rem}
        .part[open]>summary{margin-bottom:8px}
        .doors{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13em),1fr));gap:24px 32px;margin:24px 0 32px}
        .doors li{margin:0;border-top:2px solid var(--ink);padding-top:8px}
        .doors h2{font-size:1.1111rem;margin:4px 0}
        .doors p{margin:0;color:var(--quiet);line-height:1.6}
        .chart{display:grid;grid-template-columns:minmax(0,320px) minmax(0,1fr);gap:16px 32px;align-items:start;margin:0 0 32px}
        .chart svg{display:block;width:100%;max-width:320px;height:auto}
        .chart text{font-size:15px;fill:var(--ink)}
        .chart .value{font-variant-numeric:tabular-nums;font-weight:600}
        .chart .axis{stroke:var(--quiet);stroke-width:1}

        """
}
