import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { getAccount } from '../transport/account';
import { newestRow } from './dataTable/newestRow';
import { findMessages } from './dataTable/tables';
import { newestSent } from './memory/newestSent';
import type { Asker } from './poll';
import { askingOf } from './pollBudget';
import type { Report } from './report';
import { sampleFor } from './sample';
import type { TriggerSettings } from './triggerFields';
import { readTriggerSettings } from './triggerFields';

/**
 * An item for a test in the editor, like those the trigger emits: the latest real message that fits its outcomes and campaign, or else a
 * sample that does. Changes nothing.
 *
 * @throws {NodeOperationError} when the credential makes no sense
 * @throws {N8nApiError} when n8n's data table cannot be read
 */
export async function pollForTest(context: IPollFunctions): Promise<IDataObject> {
	const account = await getAccount(context);
	const settings = readTriggerSettings(context);
	const real = await newest({ context, account, asking: askingOf(context, settings) }, settings);
	return real ?? sampleFor(settings.filter);
}

async function newest(asker: Asker, settings: TriggerSettings): Promise<Report | undefined> {
	const {
		context,
		account: { store, key },
	} = asker;
	if (store.kind === 'memory') return await newestSent(asker, settings);
	const messages = await findMessages(context, store, key);
	return messages && (await newestRow(messages, settings));
}
