/** How many tests ran on each database, from the titles of their suites (`on postgres`), and which databases were left out. */

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL', mariadb: 'MariaDB' }

/** @param report vitest's JSON report @returns lines to print */
export function databaseLines(report) {
  const counts = { sqlite: 0, postgres: 0, mariadb: 0 }
  for (const file of report.testResults ?? []) {
    for (const { ancestorTitles, status } of file.assertionResults ?? []) {
      const kind = /^on (\w+)$/.exec(ancestorTitles?.[0] ?? '')?.[1]
      if (kind in counts && status === 'passed') counts[kind] += 1
    }
  }
  const ran = Object.entries(counts).filter(([, count]) => count > 0)
  const left = Object.keys(counts).filter((kind) => counts[kind] === 0)
  const lines = [`Suites of every database: ${ran.map(([kind, count]) => `${count} on ${NAMES[kind]}`).join(', ')}.`]
  if (left.length > 0) {
    const variables = left.map((kind) => `ZHUPI_TEST_${kind.toUpperCase()}_URL`).join(', ')
    lines.push(`Left out, as no server answers: ${left.map((kind) => NAMES[kind]).join(', ')} (${variables}).`)
  }
  return lines
}
