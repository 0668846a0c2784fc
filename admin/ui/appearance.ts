import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'

/** What the user asked for; «auto» follows the device. */
export type Appearance = 'light' | 'dark' | 'auto'

const key = 'ballatoio.aspetto'
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)')
const stillDevice = window.matchMedia('(prefers-reduced-motion: reduce)')

/** What the device asks for, and asks for from now on. */
const useDevice = (asked: MediaQueryList) =>
  useSyncExternalStore(
    (changed) => {
      asked.addEventListener('change', changed)
      return () => asked.removeEventListener('change', changed)
    },
    () => asked.matches,
  )

/** Whether things may move. */
export const useMotion = () => !useDevice(stillDevice)

export interface AppearanceChoice {
  appearance: Appearance
  dark: boolean
  choose: (appearance: Appearance) => void
}

export const AppearanceContext = createContext<AppearanceChoice | null>(null)

export function useAppearance(): AppearanceChoice {
  const choice = use(AppearanceContext)
  if (!choice) throw new Error('The appearance is chosen at the top of the panel')
  return choice
}

export function useAppearanceChoice(): AppearanceChoice {
  const [appearance, setAppearance] = useState<Appearance>(kept)
  const deviceIsDark = useDevice(darkDevice)
  const dark = appearance === 'dark' || (appearance === 'auto' && deviceIsDark)

  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])

  return {
    appearance,
    dark,
    choose: (chosen) => {
      localStorage.setItem(key, chosen)
      setAppearance(chosen)
    },
  }
}

function kept(): Appearance {
  const value = localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : 'auto'
}
