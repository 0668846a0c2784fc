import '@ant-design/v5-patch-for-react-19'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './App.tsx'
import { noteMissingParts } from './data/version.ts'
import './ui/shell.css'

const host = document.getElementById('root')
if (!host) throw new Error('The page has no place for the panel')
noteMissingParts()
createRoot(host).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
