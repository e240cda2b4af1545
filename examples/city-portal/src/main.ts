import { startPortal } from './portal.ts'

const { PORT = '3000', DATA_FOLDER = '.data/city-portal', PORTAL_ORIGIN } = process.env

const portal = await startPortal({ port: Number(PORT), dataFolder: DATA_FOLDER, origin: PORTAL_ORIGIN })
console.log(`淄博市协同办公门户（示例） ${portal.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    portal.close().then(() => process.exit(0))
  })
}
