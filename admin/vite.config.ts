import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the API listens while the panel is developed; in production one process serves both. */
const api = `http://127.0.0.1:${process.env['API_PORT'] ?? '3000'}`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': api } },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
})
