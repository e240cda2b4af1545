import { expect, it } from 'vitest'
import { html } from './html.ts'

it('escapes what is put in and keeps what is HTML already', () => {
  expect(html`<a title="${`"><script>`}">${html`<b>${'a & b'}</b>`}</a>`.text).toBe(
    '<a title="&quot;&gt;&lt;script&gt;"><b>a &amp; b</b></a>',
  )
})

it('joins lists and drops what is not there', () => {
  expect(html`${[1, 2].map((n) => html`<i>${n}</i>`)}${false}${null}`.text).toBe('<i>1</i><i>2</i>')
})
