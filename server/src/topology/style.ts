/**
 * The styles of the picture's classes. Colours are variables: a page that shows the picture sets them, a stand-alone
 * picture contains `STANDALONE_COLOURS`.
 */
export const STYLE = `
.tc { font-family: var(--tc-font); fill: var(--tc-text); }
.tc text { stroke: none; }
.tc-heading { font-size: 18px; font-weight: 600; }
.tc-small { font-size: 12px; fill: var(--tc-dim); }
.tc-box { fill: var(--tc-box); stroke: var(--tc-line); }
.tc-apart .tc-box { fill: none; stroke-dasharray: 6 5; }
.tc-group-title { font-size: 13px; font-weight: 600; }
.tc-bus { fill: none; stroke: var(--tc-link); stroke-width: 2; stroke-linecap: round; }
.tc-dot { fill: var(--tc-link); }
.tc-card { fill: var(--tc-card); stroke: var(--tc-line); }
.tc-bar { fill: var(--tc-link); }
.tc-error .tc-bar { fill: var(--tc-bad); }
.tc-warning .tc-bar { fill: var(--tc-warn); }
.tc-error > .tc-card { stroke: var(--tc-bad); }
.tc-front .tc-card { fill: var(--tc-box); }
.tc-stranger .tc-card { fill: none; stroke-dasharray: 5 4; }
.tc-stranger .tc-bar { fill: none; }
.tc-title { font-size: 14px; font-weight: 600; }
.tc-line { font-size: 12px; fill: var(--tc-dim); }
.tc-mono { font-family: var(--tc-mono); fill: var(--tc-text); }
.tc-bad { fill: var(--tc-bad); }
.tc-live { fill: var(--tc-link); }
.tc-count { font-size: 12px; font-weight: 600; fill: var(--tc-text); }
.tc-mark-error { fill: var(--tc-bad); }
.tc-mark-warning { fill: var(--tc-warn); }
.tc-sign { fill: none; stroke: var(--tc-card); stroke-width: 1.6; stroke-linecap: round; }
.tc-wire { fill: none; stroke: var(--tc-link); stroke-width: 1.75; }
.tc-reach { fill: none; stroke: transparent; stroke-width: 14; }
.tc-broken > .tc-wire, .tc-stub-broken { stroke: var(--tc-bad); stroke-dasharray: 5 4; }
.tc-faint > .tc-wire { stroke: var(--tc-dim); stroke-dasharray: 2 4; }
.tc-head { fill: var(--tc-link); }
.tc-head-broken { fill: var(--tc-bad); }
.tc-head-faint { fill: var(--tc-dim); }
.tc-label { font-size: 11px; fill: var(--tc-bad); }
.tc-plate { fill: var(--tc-back); }
.tc-cross { fill: var(--tc-back); stroke: var(--tc-bad); stroke-width: 1.5; }
.tc-cross-sign { fill: none; stroke: var(--tc-bad); stroke-width: 1.75; stroke-linecap: round; }
`;

export const STANDALONE_COLOURS = `
.tc {
  --tc-font: system-ui, "Segoe UI", "Noto Sans", "Noto Sans KR", "Malgun Gothic", sans-serif;
  --tc-mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --tc-back: #ffffff; --tc-text: #1f2328; --tc-dim: #59636e; --tc-card: #ffffff; --tc-box: #f6f8fa;
  --tc-line: #d1d9e0; --tc-link: #4a7fb5; --tc-bad: #c93a37; --tc-warn: #bf8700;
}
@media (prefers-color-scheme: dark) {
  .tc {
    --tc-back: #16191d; --tc-text: #e6edf3; --tc-dim: #9aa4af; --tc-card: #22272e; --tc-box: #1c2127;
    --tc-line: #3d444d; --tc-link: #6cb0e8; --tc-bad: #f47067; --tc-warn: #d4a72c;
  }
}
.tc-background { fill: var(--tc-back); }
`;
