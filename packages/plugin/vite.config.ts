import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import ts from 'typescript'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Sends out `src/sdk/zhupi.ts` beside the application as `zhupi.js`: one script, ES5, no imports, global `Zhupi`. */
function sdk(): Plugin {
  return {
    name: 'zhupi-sdk',
    apply: 'build',
    generateBundle() {
      const { outputText } = ts.transpileModule(readFileSync(here('src/sdk/zhupi.ts'), 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS, removeComments: true },
      })
      const source = `var Zhupi = (function (exports) {\n${outputText}return exports;\n})({});\n`
      this.emitFile({ type: 'asset', fileName: 'zhupi.js', source })
    },
  }
}

/** The folder also holds the types that `tsc -b` wrote: only what the last build left is removed. */
function freshAssets(): Plugin {
  return {
    name: 'zhupi-fresh-assets',
    apply: 'build',
    buildStart: () => rmSync(here('dist/assets'), { recursive: true, force: true }),
  }
}

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react(), sdk(), freshAssets()],
  resolve: { conditions: ['source', 'module', 'browser', mode === 'production' ? 'production' : 'development'] },
  build: {
    target: 'chrome86',
    cssTarget: 'chrome86',
    emptyOutDir: false,
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // antd's base components do not say so, but none does anything by being imported: what is not used may go.
      treeshake: { moduleSideEffects: (id) => !/node_modules\/(?:rc-|@rc-component\/|@formily\/react\/)/.test(id) },
    },
  },
}))
