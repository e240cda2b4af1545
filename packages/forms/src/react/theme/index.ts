/** `@zhupi/forms/theme`: the antd theme and, as a side effect, the CSS variables `--zp-*`. Needs no Formily. */
import './tokens.css'

export { zhupiTheme } from './zhupi-theme.ts'
