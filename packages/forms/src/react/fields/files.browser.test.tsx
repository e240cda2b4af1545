import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { formOf, memoryServices, mountForm } from '../../../test/mount-form.tsx'
import { PHOTO } from './photo/crop.ts'

const form = formOf({
  照片: { type: 'string', title: '照片', 'x-component': 'Photo' },
  签字: { type: 'string', title: '签字', 'x-component': 'Signature' },
  附件: {
    type: 'array',
    title: '附件',
    'x-component': 'Attachments',
    'x-component-props': { accept: '.pdf', maxSize: 1 },
  },
})

/** Puts files into the chooser of a field, as the browser's dialog does. */
function choose(element: HTMLElement, path: string, ...files: File[]) {
  const chooser = element.querySelector<HTMLInputElement>(`[data-zp-path="${path}"] input[type=file]`)
  if (!chooser) throw new Error(`No chooser at ${path}`)
  const chosen = new DataTransfer()
  for (const file of files) chosen.items.add(file)
  chooser.files = chosen.files
  chooser.dispatchEvent(new Event('change', { bubbles: true }))
}

async function picture(width: number, height: number, type = 'image/png'): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.fillRect(0, 0, width, height)
  return new File([await canvas.convertToBlob({ type })], '证件照.png', { type })
}

/** Services that keep what was uploaded. */
function keeping() {
  const uploads: Blob[] = []
  const upload: typeof memoryServices.upload = async (file, name) => {
    uploads.push(file)
    return { id: `file-${uploads.length}`, name, size: file.size, type: file.type }
  }
  return { uploads, services: { ...memoryServices, upload } }
}

describe('Photo', () => {
  it('is cut to two inches and uploaded', async () => {
    const { uploads, services } = keeping()
    const { element, changed } = await mountForm({ form, services })
    choose(element, '照片', await picture(900, 1200))
    await userEvent.click(page.getByRole('button', { name: '用这张' }))
    await expect.poll(changed).toEqual({ 照片: 'file-1' })
    const { width, height } = await createImageBitmap(uploads[0] ?? new Blob())
    expect({ width, height }).toEqual(PHOTO)
  })

  it.each([
    ['is no picture', new File(['text'], 'a.txt', { type: 'text/plain' }), '不是照片'],
    ['says that it is a picture and is none', new File(['text'], 'a.png', { type: 'image/png' }), '打不开'],
    ['is too large', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.png', { type: 'image/png' }), '超过 10 MB'],
  ])('is refused with the reason when it %s', async (_, file, reason) => {
    const { element, changed } = await mountForm({ form })
    choose(element, '照片', file)
    await expect.element(page.getByText(reason)).toBeVisible()
    expect(changed()).toBeUndefined()
  })

  it('is refused when it is too small to print', async () => {
    const { element } = await mountForm({ form })
    choose(element, '照片', await picture(100, 140))
    await expect.element(page.getByText('照片只有 100×140 像素')).toBeVisible()
  })
})

describe('Signature', () => {
  it('can be typed by who cannot draw', async () => {
    const { uploads, services } = keeping()
    const { changed } = await mountForm({ form, services })
    await userEvent.click(page.getByRole('button', { name: '签字，现在签名' }))
    const use = page.getByRole('button', { name: '用这个签名' })
    await expect.element(use).toBeDisabled()
    await userEvent.fill(page.getByLabelText('不便手写，可键入姓名'), 'XX')
    await userEvent.click(use)
    await expect.poll(changed).toEqual({ 签字: 'file-1' })
    expect(uploads[0]?.type).toBe('image/png')
  })

  it('stays unsigned, and says why, when it cannot be sent', async () => {
    const services = { ...memoryServices, upload: () => Promise.reject(new Error('offline')) }
    const { changed } = await mountForm({ form, services })
    await userEvent.click(page.getByRole('button', { name: '签字，现在签名' }))
    await userEvent.fill(page.getByLabelText('不便手写，可键入姓名'), 'XX')
    await userEvent.click(page.getByRole('button', { name: '用这个签名' }))
    await expect.element(page.getByText('签名没有传上去')).toBeVisible()
    expect(changed()).toBeUndefined()
  })
})

describe('Attachments', () => {
  it('takes what is allowed, says what is not, and removes', async () => {
    const { element, handle } = await mountForm({ form })
    const contract = new File(['%PDF-1.7'], '劳动合同.pdf', { type: 'application/pdf' })
    const program = new File(['MZ'], '程序.exe')
    const large = new File([new Uint8Array(1024 * 1024 + 1)], '大.pdf', { type: 'application/pdf' })
    choose(element, '附件', contract, program, large)
    await expect.poll(handle.values).toEqual({ 附件: [{ id: 'file-1', name: '劳动合同.pdf', size: 8 }] })
    await expect.element(page.getByText('“程序.exe”类型不收')).toBeVisible()
    await expect.element(page.getByText('超过 1 MB')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '移除劳动合同.pdf' }))
    await expect.poll(handle.values).toEqual({})
  })
})
