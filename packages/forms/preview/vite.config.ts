import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** A page for looking at forms while working on them; it is not shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['source', 'browser', 'module', 'import', 'default'] },
  server: { port: 5199, strictPort: true, fs: { allow: ['../../..'] } },
})
