import type { Knex } from 'knex'

/** Cases sent to people for information (抄送). `element_id` is the step it was sent from, empty for the application itself. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_copy', (table) => {
    table.string('case_id', 64).notNullable().references('case_instance.id')
    table.string('person_id', 64).notNullable()
    table.string('element_id', 128).notNullable()
    table.string('sent_by', 64).notNullable()
    table.string('sent_at', 24).notNullable()
    table.primary(['case_id', 'person_id', 'element_id'])
    table.index(['person_id', 'case_id'])
  })
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('case_copy')
}
