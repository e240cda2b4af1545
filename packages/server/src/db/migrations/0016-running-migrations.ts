import type { Knex } from 'knex'

/**
 * A running migration holds the key of its matter and version, so that no second one is begun over the same cases. One that has ended
 * holds none: unique indexes let any number of NULLs be.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_migration', (table) => {
    table.string('running_key', 191).unique()
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('case_migration', (table) => {
    table.dropUnique(['running_key'])
    table.dropColumn('running_key')
  })
}
