import type { Format } from './format.ts'

const LOCAL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/** A mailbox as HTML's `input type=email` takes it, with at least one dot in the domain. Source: HTML Living Standard; RFC 5321 lengths. */
export const email: Format = {
  name: 'email',
  title: '电子邮箱',
  check(value) {
    const message = '邮箱应写成“名称@域名”，如 name@example.com'
    const at = value.lastIndexOf('@')
    if (at < 1 || value.length > 254 || !LOCAL.test(value.slice(0, at))) return message
    const labels = value.slice(at + 1).split('.')
    return labels.length > 1 && labels.every((label) => LABEL.test(label)) ? undefined : message
  },
}
