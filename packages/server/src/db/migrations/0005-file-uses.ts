import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('file_use', (table) => {
    table.string('file_id', 64).notNullable().references('stored_file.id')
    table.string('case_id', 64).notNullable().references('case_instance.id')
    table.primary(['file_id', 'case_id'])
    table.index(['case_id'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('file_use')
}
