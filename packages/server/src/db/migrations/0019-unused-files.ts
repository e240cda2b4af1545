import type { Knex } from 'knex'

/** When a file that nothing uses was given up: from then on nothing new can use it, an hour later its bytes go. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stored_file', (table) => {
    table.string('removed_at', 24)
    table.index(['removed_at'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('stored_file', (table) => {
    table.dropIndex(['removed_at'])
    table.dropColumn('removed_at')
  })
}
