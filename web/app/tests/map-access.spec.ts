import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { canvas, drawn, open, place, state, tool } from './map-person'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function clean(page: Page) {
  await page.waitForTimeout(300)
  // The table is looked at with the pages; here it is the picture and what lies over and beside it.
  const { violations } = await new AxeBuilder({ page }).include('.map__picture').include('[data-map-tools]').withTags(tags).analyze()
  expect(violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target).join(' ')})`)).toEqual([])
}

test('axe finds nothing with any panel open', async ({ browser, baseURL }, info) => {
  // axe is injected as a script, which the pages' own policy rightly forbids.
  const context = await browser.newContext({ ...info.project.use, baseURL, bypassCSP: true })
  const page = await context.newPage()
  await open(page, '/map')
  await clean(page)
  await canvas(page).focus()
  for (const [key, panel] of [['Enter', '[data-panel-node]'], ['l', '[data-panel-edge]']] as const) {
    await page.keyboard.press(key)
    await expect(page.locator(panel)).toBeVisible()
    await clean(page)
  }
  await page.keyboard.press('Control+a')
  await expect(page.locator('[data-panel-several]')).toBeVisible()
  await clean(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await clean(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.locator('dialog.map-help')).toBeVisible()
  await clean(page)
  await page.keyboard.press('Escape')
  await tool(page, 'Arrange').click()
  await clean(page)
  await page.keyboard.press('Escape')
  await tool(page, 'Add a note').click()
  await clean(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Choose from a list' }).click()
  await expect(page.locator('[data-panel-choice]')).toBeVisible()
  await page.evaluate(() => [...document.querySelectorAll('.map-choose-list > li')].slice(12).forEach((row) => row.remove()))
  await clean(page)
  await context.close()
})

test('keys walk over bodies and lines and say where they are', async ({ page }) => {
  await open(page, '/map')
  await canvas(page).focus()
  const said = page.locator('[data-map-said]')
  const seen = new Set<string>()
  for (const key of ['n', 'ArrowRight', 'n', 'l', 'l', 'o']) {
    await page.keyboard.press(key)
    await expect(said).not.toBeEmpty()
    seen.add((await said.textContent())!)
  }
  expect(seen.size).toBeGreaterThan(3)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-panel-node]')).toBeVisible()
  await expect(page).toHaveURL(/selected=/)
})

test('what is pressed is large enough, and nothing scrolls sideways', async ({ page }) => {
  await open(page, '/map')
  const { id } = (await drawn(page)).nodes[0]!
  await open(page, `/map?selected=${encodeURIComponent(id)}&hide=nobody`)
  await expect(page.locator('.map-hood').first()).toBeVisible()
  const small = await page.locator('.map__picture button, .map__picture summary').evaluateAll((all) =>
    all.map((b) => ({ name: b.textContent || b.getAttribute('aria-label'), ...b.getBoundingClientRect().toJSON() })).filter((b) => b.width && (b.width < 24 || b.height < 24)).map((b) => `${b.name} ${b.width}×${b.height}`))
  expect(small).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  const bar = (await page.locator('.map__tools').boundingBox())!
  expect(bar.height, 'one row of buttons').toBeLessThan(60)
})

test('slow answers say so and can be stopped, failed ones can be tried again', async ({ page }) => {
  await open(page, '/map')
  const before = await state(page)
  let wait = true
  await page.route('**/api/map?*', async (route) => {
    if (wait) await new Promise((done) => setTimeout(done, 20_000))
    await route.continue().catch(() => {})
  })
  await page.getByRole('button', { name: 'Show 160' }).click()
  const message = page.locator('.map-message')
  await expect(message).toContainText('Loading more')
  await expect(message).toContainText('takes longer than usual', { timeout: 6000 })
  await message.getByRole('button', { name: 'Stop' }).click()
  await expect(message).toContainText('Stopped')
  expect((await state(page)).nodes).toEqual(before.nodes)
  wait = false
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await message.getByRole('button', { name: 'Try again' }).click()
  await expect(message).toHaveCount(0)
})

test('offline is told, and what is shown stays', async ({ page, context }) => {
  await open(page, '/map')
  const before = await state(page)
  await context.setOffline(true)
  await expect(page.locator('.map-message')).toContainText('You are offline')
  await page.locator('.map-extent .link').first().click()
  await expect(page.locator('.map-message')).toContainText('try again when you are connected')
  expect((await state(page)).nodes).toEqual(before.nodes)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('.map-message')).toHaveCount(0)
})

test('an empty map says what to do', async ({ page }) => {
  await open(page, '/map')
  const ids = (await drawn(page)).nodes.slice(0, 1).map((n) => n.id)
  await open(page, `/map?show=${encodeURIComponent(ids[0]!)}`)
  const at = await place(page, ids[0]!)
  await canvas(page).click({ position: { x: at.x, y: at.y } })
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await expect(page.locator('.map-message')).toContainText('All of it is hidden')
  await page.getByRole('button', { name: 'Show the hidden again' }).click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBe(1)
})
