import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { createChromiumPrinter } from './chromium-printer.ts'
import { findChromium } from './find-chromium.ts'

// A browser starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const printer = createChromiumPrinter()
afterAll(() => printer.close())

/** The text of each page. One glyph stands for 一 and for the radical ⼀; Chromium names whichever: NFKC makes them one. */
async function pages(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC'),
    )
  }
  return texts
}

function sheet(...texts: string[]): string {
  const body = texts
    .map((text) => `<p style="break-after:page">${text}</p>`)
    .join('')
    .replace(/ style="[^"]*">([^<]*)<\/p>$/, '>$1</p>')
  return `<!doctype html><meta charset="utf-8"><style>@page { size: A4 }</style>${body}`
}

it('prints a page with its Chinese text', async () => {
  expect(await pages(await printer.print(sheet('山东惠才卡申领表')))).toEqual(['山东惠才卡申领表'])
})

it('ends a duplex print with a whole sheet', async () => {
  expect(await pages(await printer.print(sheet('一', '二', '三'), { duplex: true }))).toEqual(['一', '二', '三', ''])
  expect(await pages(await printer.print(sheet('一', '二'), { duplex: true }))).toEqual(['一', '二'])
})

it('runs no script and asks the network for nothing', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const hostile = `<p id="p">静</p><script>document.getElementById('p').textContent = '动'</script>
    <img src="http://127.0.0.1:${port}/a.png"><img src="file:///etc/passwd"><iframe src="http://127.0.0.1:${port}/"></iframe>`
  expect(await pages(await printer.print(`<!doctype html><meta charset="utf-8">${hostile}`))).toEqual(['静'])
  expect(asked).toBe(0)
})

it('prints many at once, each its own', async () => {
  const texts = ['甲', '乙', '丙', '丁', '戊']
  const prints = await Promise.all(texts.map(async (text) => pages(await printer.print(sheet(text)))))
  expect(prints.flat()).toEqual(texts)
})

it('starts its browser anew when it died', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-printer-'))
  const executablePath = join(folder, 'chromium')
  const pidFile = join(folder, 'pid')
  writeFileSync(executablePath, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${findChromium()}' "$@"\n`)
  chmodSync(executablePath, 0o755)
  const mortal = createChromiumPrinter({ executablePath })
  onTestFinished(async () => {
    await mortal.close()
    rmSync(folder, { recursive: true, force: true })
  })
  expect(await pages(await mortal.print(sheet('前')))).toEqual(['前'])
  const first = Number(readFileSync(pidFile, 'utf8'))
  process.kill(first, 'SIGKILL')
  expect(await pages(await mortal.print(sheet('后')))).toEqual(['后'])
  expect(Number(readFileSync(pidFile, 'utf8'))).not.toBe(first)
})

it('says that it cannot print where there is no browser, or where it takes too long', async () => {
  await expect(createChromiumPrinter({ executablePath: '/nowhere/chromium' }).print(sheet('一'))).rejects.toMatchObject(
    {
      code: 'PRINTER_UNAVAILABLE',
    },
  )
  const hasty = createChromiumPrinter({ timeoutMs: 1 })
  await expect(hasty.print(sheet('一'))).rejects.toMatchObject({ code: 'PRINTER_UNAVAILABLE' })
  await hasty.close()
})
