/** `@zhupi/server/testing`: an application on a real database behind a real listener, for tests of applications. */
export { createTestApp, type TestApp, type TestAppOptions } from './create-test-app.ts'
export { RequestRefused, type TestClient } from './test-client.ts'
export type { TestClock } from './test-clock.ts'
export { closeTestDatabases, createTestDatabase, type TestDatabase, testDatabaseKinds } from './test-databases.ts'
