/** `@zhupi/forms/theme`: the antd theme and, as a side effect, the CSS variables `--zp-*`. Needs no Formily. */
export { zhupiTheme } from './zhupi-theme.ts'
