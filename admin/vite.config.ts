import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { precompress } from './precompress.ts'

/** Where the API listens while the panel is developed; in production one process serves both. */
const api = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:3000'

/**
 * Packages whose modules do nothing when merely imported, without saying so: Refine's and Ant Design's pull in forms,
 * Markdown and CSV beside what a page uses of them, and the bundler would keep it all.
 */
const inert =
  /node_modules\/(rc-[\w-]+|@rc-component\/[\w-]+|papaparse|react-markdown|remark-gfm|sunflower-antd|@ant-design\/pro-layout)\//

/** Refine's packages name each function in a statement that the bundler must keep, and the function with it, used or not. */
const forgetNames: Plugin = {
  name: 'forget-names',
  transform: {
    filter: { id: /node_modules\/@refinedev\/[\w-]+\/dist\/index\.mjs$/ },
    handler: (code) => ({ code: code.replaceAll(/^__name\((\w+), "\w+"\);$/gm, ''), map: null }),
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), forgetNames, precompress],
  resolve: {
    // Stand-ins for what browsers have had for years and packages still bring along, and for tools of development.
    alias: {
      '@refinedev/devtools-internal': `${import.meta.dirname}/vendor/noDevtools.js`,
      pluralize: `${import.meta.dirname}/vendor/plurals.cjs`,
      'side-channel': `${import.meta.dirname}/vendor/sideChannel.cjs`,
      'resize-observer-polyfill': `${import.meta.dirname}/vendor/nativeResizeObserver.cjs`,
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !inert.test(id) } },
  },
})
