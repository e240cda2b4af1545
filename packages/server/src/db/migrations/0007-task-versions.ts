import type { Knex } from 'knex'

/** A task knows the version of its case from which its receiver has it: a decision on an older one was made on something else. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.integer('case_version').notNullable().defaultTo(0)
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('task', (table) => {
    table.dropColumn('case_version')
  })
}
