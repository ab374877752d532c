import { defineConfig, devices } from '@playwright/test'

// The browser is the system's own; nothing is downloaded. The program under test
// is already running: its address is in MAPPER_URL.
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync']
const desktop = { viewport: { width: 1280, height: 800 } }

export default defineConfig({
  testDir: 'tests',
  testIgnore: 'unit/**', // but for the project of that name
  fullyParallel: true,
  // Two cores that others use too: a slow machine is no fault of the pages.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    baseURL: process.env.MAPPER_URL ?? 'http://127.0.0.1:8080',
    launchOptions: { executablePath, args },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'unit', testMatch: 'unit/**', testIgnore: [] },
    { name: 'desktop-light', use: { ...desktop, colorScheme: 'light' } },
    { name: 'desktop-dark', use: { ...desktop, colorScheme: 'dark' } },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, launchOptions: { executablePath, args } },
    },
  ],
})
