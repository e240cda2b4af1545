import type { Knex } from 'knex'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('register_column', (table) => {
    table.string('register_key', 128).notNullable()
    table.string('column_key', 64).notNullable()
    table.string('column_name', 16).notNullable()
    table.string('type', 16).notNullable()
    table.primary(['register_key', 'column_key'])
    table.unique(['register_key', 'column_name'])
  })

  await knex.schema.createTable('limit_counter', (table) => {
    table.string('register_key', 128).notNullable()
    table.string('rule', 191).notNullable()
    table.string('group_key', 64).notNullable()
    table.text('group_values', 'longtext').notNullable()
    table.integer('used').notNullable()
    table.integer('max').notNullable()
    table.primary(['register_key', 'rule', 'group_key'])
  })

  await knex.schema.createTable('unique_value', (table) => {
    table.string('register_key', 128).notNullable()
    table.string('rule', 191).notNullable()
    table.string('value_key', 64).notNullable()
    table.string('row_id', 64).notNullable()
    table.primary(['register_key', 'rule', 'value_key'])
    table.index(['row_id'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('unique_value')
  await knex.schema.dropTable('limit_counter')
  await knex.schema.dropTable('register_column')
}
