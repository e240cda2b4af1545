import type { Knex } from 'knex'

const LONG = 'longtext'

/** Drafts of definitions, and who published a version; none: it was read from the application's folder. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('definition_draft', (table) => {
    table.string('kind', 16).notNullable()
    table.string('definition_key', 128).notNullable()
    table.string('digest', 64).notNullable()
    table.text('content', LONG).notNullable()
    table.text('report', LONG)
    table.string('updated_at', 24).notNullable()
    table.string('updated_by', 64).notNullable()
    table.primary(['kind', 'definition_key'])
  })
  await knex.schema.alterTable('definition', (table) => {
    table.string('published_by', 64)
    table.text('note')
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('definition', (table) => {
    table.dropColumn('published_by')
    table.dropColumn('note')
  })
  await knex.schema.dropTable('definition_draft')
}
