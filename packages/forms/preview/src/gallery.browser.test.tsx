import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import axe from 'axe-core'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { zhupiTheme } from '../../src/react/index.ts'
import { Gallery } from './gallery.tsx'
import { STATES } from './gallery-fields.ts'

let mounted: { root: Root; element: HTMLElement } | undefined

afterEach(() => {
  mounted?.root.unmount()
  mounted?.element.remove()
  mounted = undefined
})

async function open(state: string, width: number): Promise<HTMLElement> {
  await page.viewport(width, 900)
  const element = document.createElement('div')
  document.body.style.margin = '0'
  document.body.append(element)
  const root = createRoot(element)
  mounted = { root, element }
  root.render(
    <ConfigProvider locale={zhCN} theme={zhupiTheme}>
      <Gallery only={state} />
    </ConfigProvider>,
  )
  await expect.poll(() => element.querySelector('.zp-paper, .zp-stack, iframe')).not.toBeNull()
  return element
}

/** What axe finds serious or worse, in words that say where. */
async function faults(element: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}

describe.each([1440, 390])('every component, %i px wide', (width) => {
  it.each(STATES)('%s: axe finds nothing serious', async (state) => {
    expect(await faults(await open(state, width))).toEqual([])
  })

  it.each(['填写', '有误', '只读'])('%s: nothing is wider than the screen', async (state) => {
    const element = await open(state, width)
    expect(element.scrollWidth).toBeLessThanOrEqual(width)
  })
})

it('shows an amount whole', async () => {
  const element = await open('填写', 1440)
  const input = element.querySelector<HTMLInputElement>('[data-zp-path="Money"] input')
  expect(input?.scrollWidth).toBeLessThanOrEqual(input?.clientWidth ?? 0)
})
