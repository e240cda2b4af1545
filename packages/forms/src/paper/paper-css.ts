/**
 * The looks of the paper, shared by screen and print. Sizes are in `em` of the sheet and in `--zp-mm`, a millimetre of the paper,
 * so that the 840 px sheet on the screen and A4 on the printer have the same proportions.
 *
 * `.zp-sheet` one page on the screen (`.zp-print` around it: the printer) · `.zp-caption` 附件1 · `.zp-title` · `.zp-form` the table ·
 * `th` a label, `.zp-band` a heading across the table, `.zp-label` with `i` per line, `.zp-label.zp-wide` not spread ·
 * `td.zp-long` prose and dated lines, `.zp-small` a size smaller, `.zp-line` one dated line · `.zp-promise` fixed text with a
 * signature · `.zp-op` an 意见栏 with `.zp-op-title`, `.zp-say`, `.zp-by`, `.zp-date`, `.zp-seal`, `.zp-stamp` （盖章） · `.zp-box` □ ·
 * `.zp-photo` · `.zp-sig` · `.zp-notes` · `.zp-folio`
 */
export const paperCss = `
.zp-sheet {
  --zp-size: 15px; --zp-mm: 4.27px; --zp-rule: #2a323d; --zp-ink: #1b2430; --zp-ink-2: #465261;
  --zp-font: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "STFangsong", "FangSong", "仿宋_GB2312", "仿宋", "SimSun", serif;
  box-sizing: border-box; position: relative; width: 840px; margin: 0 auto; padding: 64px 80px; background: #fff; color: var(--zp-ink);
  font-family: var(--zp-font); font-size: var(--zp-size); line-height: 1.6; font-variant-numeric: tabular-nums;
  line-break: strict; text-autospace: normal; text-spacing-trim: trim-start;
}
.zp-caption { margin: 0; font-size: 1.13em; line-height: 1.53; }
.zp-title { margin: .33em 0 .83em; font-size: 1.6em; line-height: 1.5; font-weight: 600; text-align: center; letter-spacing: .02em; }
.zp-form { width: 100%; border-collapse: collapse; table-layout: fixed; }
.zp-form th, .zp-form td {
  box-sizing: border-box; border: 1px solid var(--zp-rule); padding: .2em .4em; text-align: center; vertical-align: middle;
  font-weight: 400; overflow-wrap: anywhere;
}
.zp-form th.zp-band { letter-spacing: .12em; }
.zp-label { display: inline-block; width: 4em; line-height: 1.42; vertical-align: middle; }
.zp-label i { display: block; font-style: normal; text-align: justify; text-align-last: justify; white-space: nowrap; }
.zp-label.zp-wide { width: auto; }
.zp-label.zp-wide i { text-align: center; text-align-last: center; white-space: normal; }
.zp-form td.zp-small { font-size: .933em; line-height: 1.43; }
.zp-form td.zp-long { text-align: left; vertical-align: top; padding: .6em .9em; }
.zp-long p { margin: 0; text-indent: 2em; text-align: justify; }
.zp-line { display: grid; grid-template-columns: 8.8em 1fr; }
.zp-line > span { min-width: 0; }
.zp-box { display: inline-block; box-sizing: border-box; position: relative; width: .86em; height: .86em; border: 1px solid currentColor; vertical-align: -.08em; margin-right: .1em; }
.zp-box.zp-on::after { content: ""; position: absolute; left: .24em; top: -.02em; width: .24em; height: .52em; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(42deg); }
.zp-choice { display: inline-block; margin-right: 1em; white-space: nowrap; }
.zp-form td.zp-boxes { text-align: left; }
.zp-photo { display: block; margin: 0 auto; width: auto; height: auto; max-width: 100%; object-fit: cover; }
.zp-sig { display: inline-block; height: 2.3em; max-width: 7em; object-fit: contain; vertical-align: middle; }
.zp-promise { text-align: left; }
.zp-promise p { margin: 0; padding: 0 .4em; }
.zp-promise p.zp-signing { display: flex; justify-content: flex-end; align-items: center; gap: .8em; padding-right: 1.6em; min-height: 2.3em; }
.zp-promise .zp-sig, .zp-promise .zp-blank { min-width: 6em; }
.zp-form td.zp-opinion { height: 1px; vertical-align: top; }
.zp-op { position: relative; display: flex; flex-direction: column; box-sizing: border-box; height: 100%; min-height: 9.5em; text-align: left; padding: .27em .13em 0; line-height: 1.6; }
.zp-op-title { text-align: center; }
.zp-say { margin-top: .4em; white-space: pre-wrap; }
.zp-past { font-size: .867em; line-height: 1.54; color: var(--zp-ink-2); }
.zp-foot { position: relative; margin-top: auto; padding-top: .4em; display: flex; flex-direction: column; justify-content: flex-end; }
.zp-foot.zp-sealed { min-height: 7.7em; }
.zp-by { width: 4.4em; font-size: .867em; line-height: 1.54; color: var(--zp-ink-2); }
.zp-by .zp-sig { display: block; margin-bottom: .15em; }
.zp-by.zp-free { width: auto; }
.zp-date { margin-top: .27em; text-align: right; font-size: .933em; line-height: 1.86; }
.zp-op.zp-bare { justify-content: space-evenly; }
.zp-bare .zp-date { margin-top: 0; }
.zp-stamp { text-align: center; color: var(--zp-ink-2); }
.zp-seal { position: absolute; right: 0; bottom: .4em; display: block; pointer-events: none; mix-blend-mode: multiply; }
.zp-form table.zp-rows { width: 100%; border-collapse: collapse; font-size: .933em; }
.zp-notes { margin: .4em 0 0; font-size: .867em; line-height: 1.69; }
.zp-notes p { margin: 0; }
.zp-folio { margin: 2.4em 0 0; text-align: center; font-size: .867em; color: var(--zp-ink-2); }
.zp-watermark { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; z-index: 1; }
.zp-watermark span { transform: rotate(-32deg); letter-spacing: .2em; color: #1b2430; opacity: .07; white-space: nowrap; }
.zp-print { margin: 0; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.zp-print .zp-sheet {
  --zp-size: 10.5pt; --zp-mm: 1mm; --zp-rule: #000; --zp-ink: #000; --zp-ink-2: #000; width: auto; padding: 0;
  --zp-font: "仿宋_GB2312", "仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
}
.zp-print .zp-caption { font-family: "黑体", "SimHei", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; font-size: 16pt; line-height: 1.3; }
.zp-print .zp-title {
  margin: 1mm 0 4mm; font-size: 18pt; line-height: 1.3; font-weight: 400; letter-spacing: 0;
  font-family: "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
}
.zp-print .zp-form th, .zp-print .zp-form td { border-width: .5pt; }
.zp-print .zp-form th { padding: 0 .1em; font-size: 12pt; }
.zp-print .zp-form th.zp-band { letter-spacing: 0; }
.zp-print td > .zp-label, .zp-print .zp-promise, .zp-print .zp-op-title, .zp-print .zp-bare > * { font-size: 12pt; }
.zp-print .zp-form table.zp-rows th { font-size: inherit; }
.zp-print .zp-notes { font-size: 10.5pt; line-height: 1.4; }
.zp-print .zp-form tr { break-inside: avoid; }
.zp-print .zp-form tr.zp-flows { break-inside: auto; }
.zp-print .zp-sheet + .zp-sheet { break-before: page; }
.zp-print .zp-empty { break-before: page; height: 1px; }
`
