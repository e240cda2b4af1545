import type { FormServices } from '../../src/react/index.ts'

/** Files in the memory of the page; people and units of the example city. */
const files = new Map<string, string>()
let next = 0

const OFFICES = ['市人社局', '市工业和信息化局', '市发展改革委', '张店区工信局', '淄川区人社局']

export const services: FormServices = {
  async upload(file, name, onProgress) {
    onProgress?.(0.5)
    const id = `file-${next++}`
    files.set(id, URL.createObjectURL(file))
    return { id, name, size: file.size, type: file.type }
  },
  fileUrl: (id) => files.get(id) ?? PICTURES[id] ?? '',
  reveal: async (path) => (path.includes('电话') ? '13853300000' : '370303198601010029'),
  findUnits: async (text) =>
    OFFICES.filter((office) => office.includes(text)).map((name) => ({ id: name, name, hint: '淄博市' })),
  findPeople: async (text) =>
    OFFICES.map((office) => `${office}经办`)
      .filter((person) => person.includes(text))
      .map((name) => ({ id: name, name })),
}

const stroke = (path: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 78 32" fill="none" stroke="#232b36" stroke-width="2" stroke-linecap="round"><path d="${path}"/></svg>`)}`

const PICTURES: Record<string, string> = {
  'sign-1': stroke(
    'M4 12c10-2 22-4 26-3M17 4c0 9-2 19-8 23M20 15c3 5 8 9 14 11M40 9c4-2 8-1 7 4-1 6-6 12-10 13M44 20c6-4 14-9 18-8s-6 13 0 12 9-5 12-8',
  ),
  'sign-2': stroke('M3 24c5-9 10-16 14-16 3 0-5 19-1 19s9-15 13-15-4 11 0 11 8-13 13-13-2 17 4 15c7-2 12-11 25-13'),
  photo: `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 490"><rect width="350" height="490" fill="#dfe7ef"/><circle cx="175" cy="190" r="75" fill="#b9c6d4"/><path d="M40 490c8-120 60-170 135-170s127 50 135 170" fill="#b9c6d4"/></svg>')}`,
}
