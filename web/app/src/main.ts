import '../styles/app.scss'
import { startTheme } from './theme'

interface Island { mount(element: HTMLElement): void }

const islands: Record<string, () => Promise<Island>> = {
  map: () => import('./map/index'),
  console: () => import('./console/index'),
}

startTheme()
// a map's address changes while one looks at it
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-behind]')) {
  link.addEventListener('click', () => (link.href = `/cypher?${new URLSearchParams({ page: location.pathname + location.search })}`))
}
if (document.querySelector('form[data-search]')) import('./search').then((search) => search.start())
for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[element.dataset.island ?? '']?.().then((island) => island.mount(element))
}
