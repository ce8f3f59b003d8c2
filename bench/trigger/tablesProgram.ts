import { startTables } from '../../test/support/tables';
import { answering } from '../fresh';

/** Where the tables are, and what opens them. */
export interface TablesAnswer {
	url: string;
	apiKey: string;
}

/** n8n's data tables, in a process of their own: in n8n they cost their database's time, not the trigger's. */
async function serve(): Promise<TablesAnswer> {
	const tables = await startTables();
	// Every request is noted with its body; nobody reads that here.
	tables.before = () => (tables.requests.length = 0);
	return { url: tables.url, apiKey: tables.apiKey };
}

answering(serve);
