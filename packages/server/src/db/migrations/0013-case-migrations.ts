import type { Knex } from 'knex'

/** Open cases moved to another version of their matter: what was asked for, and what became of each case. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_migration', (table) => {
    table.string('id', 64).primary()
    table.string('matter_key', 128).notNullable()
    table.integer('from_version').notNullable()
    table.integer('to_version').notNullable()
    table.text('mapping', 'longtext').notNullable()
    table.text('cases', 'longtext')
    table.string('state', 16).notNullable()
    table.string('started_by', 64).notNullable()
    table.string('started_at', 24).notNullable()
    table.string('ended_at', 24)
    table.index(['matter_key', 'id'])
  })
  await knex.schema.createTable('case_migration_result', (table) => {
    table.string('migration_id', 64).notNullable().references('case_migration.id')
    table.string('case_id', 64).notNullable()
    table.string('case_number', 128).notNullable()
    table.string('outcome', 16).notNullable()
    table.text('reason', 'longtext')
    table.primary(['migration_id', 'case_id'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('case_migration_result')
  await knex.schema.dropTable('case_migration')
}
