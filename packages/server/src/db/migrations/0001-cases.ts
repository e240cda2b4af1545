import type { Knex } from 'knex'

const ID = 64
const INSTANT = 24
/** MariaDB keeps at most 64 kB in a plain text. */
const LONG = 'longtext'

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('definition', (table) => {
    table.string('kind', 16).notNullable()
    table.string('definition_key', 128).notNullable()
    table.integer('version').notNullable()
    table.string('digest', 64).notNullable()
    table.text('content', LONG).notNullable()
    table.string('created_at', INSTANT).notNullable()
    table.primary(['kind', 'definition_key', 'version'])
  })

  await knex.schema.createTable('number_counter', (table) => {
    table.string('counter_key', 191).primary()
    table.integer('last_value').notNullable()
  })

  await knex.schema.createTable('case_instance', (table) => {
    table.string('id', ID).primary()
    table.string('number', 128).notNullable().unique()
    table.string('matter_key', 128).notNullable()
    table.string('matter_title', 191).notNullable()
    table.integer('matter_version').notNullable()
    table.string('status', 16).notNullable()
    table.integer('version').notNullable()
    table.integer('round').notNullable()
    table.text('title', LONG).notNullable()
    table.text('digest', LONG).notNullable()
    table.string('initiator_id', ID).notNullable()
    table.string('initiator_name', 191).notNullable()
    table.string('initiator_unit', 191).notNullable()
    table.text('form_values', LONG).notNullable()
    table.text('instance', LONG).notNullable()
    table.text('opinions', LONG).notNullable()
    table.text('waiting', LONG).notNullable()
    table.string('started_at', INSTANT).notNullable()
    table.string('ended_at', INSTANT)
    table.string('updated_at', INSTANT).notNullable()
    table.integer('history_seq').notNullable()
    table.string('history_head', 64).notNullable()
    table.index(['initiator_id', 'started_at', 'id'])
    table.index(['matter_key', 'started_at', 'id'])
  })

  await knex.schema.createTable('task', (table) => {
    table.string('id', ID).notNullable()
    table.string('person_id', ID).notNullable()
    table.string('case_id', ID).notNullable().references('case_instance.id')
    table.string('matter_key', 128).notNullable()
    table.string('matter_title', 191).notNullable()
    table.string('element_id', 128).notNullable()
    table.string('element_name', 191).notNullable()
    table.text('title', LONG).notNullable()
    table.text('digest', LONG).notNullable()
    table.string('previous', 191)
    table.string('state', 8).notNullable()
    table.string('received_at', INSTANT).notNullable()
    table.string('due_at', INSTANT)
    // Sorts a task without a due date last on every database.
    table.string('due_order', INSTANT).notNullable()
    table.string('completed_at', INSTANT)
    table.string('completed_by', ID)
    table.string('decision', 64)
    table.integer('returned').notNullable()
    table.integer('undone').notNullable().defaultTo(0)
    table.integer('resubmit').notNullable()
    table.integer('round').notNullable()
    table.integer('seat').notNullable()
    table.integer('seats').notNullable()
    table.string('seat_type', 16).notNullable()
    table.integer('batchable').notNullable()
    table.primary(['id', 'person_id'])
    table.index(['person_id', 'state', 'due_order', 'received_at', 'id'])
    table.index(['person_id', 'state', 'completed_at', 'id'])
    table.index(['case_id', 'person_id'])
  })

  await knex.schema.createTable('history', (table) => {
    table.string('id', ID).primary()
    table.string('case_id', ID).notNullable().references('case_instance.id')
    table.integer('seq').notNullable()
    table.integer('case_version').notNullable()
    table.string('at', INSTANT).notNullable()
    table.string('kind', 16).notNullable()
    table.string('task_id', ID)
    table.string('element_id', 128)
    table.string('element_name', 191)
    table.integer('round')
    table.integer('seat')
    table.integer('seats')
    table.string('person_id', ID)
    table.string('person_name', 191)
    table.string('unit_name', 191)
    table.string('to_name', 191)
    table.string('decision', 64)
    table.text('opinion', LONG)
    table.text('changes', LONG)
    table.text('undoes', LONG)
    table.string('hash', 64).notNullable()
    table.string('idempotency_key', 128)
    table.string('request_digest', 64)
    table.text('response', LONG)
    table.unique(['case_id', 'seq'])
    table.unique(['person_id', 'idempotency_key'])
  })

  await knex.schema.createTable('subscription', (table) => {
    table.string('id', ID).primary()
    table.string('case_id', ID).notNullable().references('case_instance.id')
    table.string('name', 191).notNullable()
    table.string('correlation_key', 191)
    table.index(['name', 'correlation_key'])
    table.index(['case_id'])
  })

  await knex.schema.createTable('job', (table) => {
    table.string('id', ID).primary()
    table.string('kind', 32).notNullable()
    table.string('job_key', 191).notNullable().unique()
    table.string('case_id', ID)
    table.text('payload', LONG).notNullable()
    table.string('state', 8).notNullable()
    table.string('run_at', INSTANT).notNullable()
    table.integer('attempts').notNullable()
    table.integer('max_attempts').notNullable()
    table.string('lease_until', INSTANT)
    table.string('leased_by', ID)
    table.text('last_error', LONG)
    table.index(['state', 'run_at'])
  })

  await knex.schema.createTable('draft', (table) => {
    table.string('matter_key', 128).notNullable()
    table.string('person_id', ID).notNullable()
    table.integer('version').notNullable()
    table.text('form_values', LONG).notNullable()
    table.string('updated_at', INSTANT).notNullable()
    table.primary(['person_id', 'matter_key'])
  })

  await knex.schema.createTable('audit', (table) => {
    table.string('id', ID).primary()
    table.string('at', INSTANT).notNullable()
    table.string('person_id', ID).notNullable()
    table.string('kind', 32).notNullable()
    table.string('case_id', ID)
    table.string('path', 191)
    table.string('address', 64)
    table.index(['case_id', 'at'])
  })
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['audit', 'draft', 'job', 'subscription', 'history', 'task', 'case_instance', 'number_counter']) {
    await knex.schema.dropTable(table)
  }
  await knex.schema.dropTable('definition')
}
