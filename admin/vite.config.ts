import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

/** Where the API listens while the panel is developed; in production one process serves both. */
const api = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:3000'

/**
 * Packages whose modules do nothing when merely imported, without saying so: Refine's and Ant Design's pull in forms,
 * Markdown and CSV beside what a page uses of them, and the bundler would keep it all.
 */
const inert =
  /node_modules\/(rc-[\w-]+|@rc-component\/[\w-]+|papaparse|react-markdown|remark-gfm|sunflower-antd|@ant-design\/pro-layout)\//

/** Ant Design's provider takes one module out of these, and a group would take them whole. */
const ofForms = /node_modules\/(rc-field-form|@rc-component\/async-validator)\//

/** Refine's packages name each function in a statement that the bundler must keep, and the function with it, used or not. */
const forgetNames: Plugin = {
  name: 'forget-names',
  transform: {
    filter: { id: /node_modules\/@refinedev\/[\w-]+\/dist\/index\.mjs$/ },
    handler: (code) => ({ code: code.replaceAll(/^__name\((\w+), "\w+"\);$/gm, ''), map: null }),
  },
}

/** The panel asks with the first of axios's ways of asking that a browser has, and brings no second one along. */
const oneWayOfAsking: Plugin = {
  name: 'one-way-of-asking',
  load: { filter: { id: /node_modules\/axios\/lib\/adapters\/fetch\.js$/ }, handler: () => 'export const getFetch = null' },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), forgetNames, oneWayOfAsking],
  resolve: {
    // Stand-ins for what browsers have had for years and packages still bring along, and for tools of development.
    alias: {
      '@refinedev/devtools-internal': `${import.meta.dirname}/vendor/noDevtools.js`,
      pluralize: `${import.meta.dirname}/vendor/plurals.cjs`,
      qs: `${import.meta.dirname}/vendor/flatQuery.cjs`,
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
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !inert.test(id) },
      // What the first page needs is one file: thirty small ones have thirty headers, and each is compressed for itself.
      output: { codeSplitting: { groups: [{ name: 'panel', tags: ['$initial'], test: (id) => !ofForms.test(id) }] } },
    },
  },
})
