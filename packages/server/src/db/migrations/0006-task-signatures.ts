import type { Knex } from 'knex'

/** The decided task names its signature: an approval needs no row of `file_use` for it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.string('signature', 64)
    table.index(['signature'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.dropIndex(['signature'])
    table.dropColumn('signature')
  })
}
