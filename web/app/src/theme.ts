// Light, dark or the system's: [data-theme-toggle] steps through the three. The
// attribute data-theme on <html> is absent for the system's.

const key = 'mapper-theme'
const steps = ['system', 'light', 'dark'] as const
type Theme = (typeof steps)[number]

function stored(): Theme {
  try {
    return steps.find((t) => t === localStorage.getItem(key)) ?? 'system'
  } catch {
    return 'system'
  }
}

function apply(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    button.removeAttribute('hidden')
    const label = button.querySelector('[data-theme-label]') ?? button
    label.textContent = `Theme: ${theme}`
  }
  document.dispatchEvent(new CustomEvent('mapper:theme'))
}

export function startTheme() {
  let theme = stored()
  apply(theme)
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    button.addEventListener('click', () => {
      theme = steps[(steps.indexOf(theme) + 1) % steps.length]!
      try {
        localStorage.setItem(key, theme)
      } catch {
        // private windows may refuse; the choice then lasts for this page
      }
      apply(theme)
    })
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(theme))
}
