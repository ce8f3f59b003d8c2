import type { IExecuteFunctions } from 'n8n-workflow';

import type { AnswerOf, InputOf, QuestionName } from '../../../protocol';
import type { Account } from '../../../transport/account';
import { getAccount } from '../../../transport/account';
import type { AccountGateway } from '../../../transport/accountGateway';
import { accountGateway } from '../../../transport/accountGateway';
import type { AccountReply } from '../../../transport/accountReply';
import { askAccount } from '../../../transport/askAccount';
import { Pace } from '../../../transport/pace';
import { ParameterReader } from '../parameterReader';
import { toValues } from '../values';
import { readAskingSettings } from './options';

const MINUTE = 60_000;

/** One run of an operation on the account: what it works with from its beginning to its end. */
export class AccountRun {
	readonly context: IExecuteFunctions;
	readonly parameters: ParameterReader;
	readonly account: Account;
	readonly #gateway: AccountGateway;
	readonly #pace: Pace;
	readonly #stopped: AbortSignal | undefined;

	private constructor(context: IExecuteFunctions, account: Account) {
		this.context = context;
		this.account = account;
		this.parameters = new ParameterReader(context);
		const { requestsPerMinute, ...settings } = readAskingSettings(toValues(this.parameters.read('options', 0, {})));
		this.#stopped = context.getExecutionCancelSignal();
		this.#pace = new Pace(requestsPerMinute === 0 ? 0 : MINUTE / requestsPerMinute);
		this.#gateway = accountGateway(context, account, { ...settings, signal: this.#stopped, pace: this.#pace });
	}

	/**
	 * Reads what holds for a whole run.
	 *
	 * @throws {ItemError} `valueNotReadable` when an option cannot be read.
	 * @throws {NodeOperationError} when the credential cannot be used.
	 */
	static async begin(context: IExecuteFunctions): Promise<AccountRun> {
		return new AccountRun(context, await getAccount(context));
	}

	/** Whether the user has stopped the execution: then nothing is asked any more. */
	get isStopped(): boolean {
		return this.#stopped?.aborted === true;
	}

	/** Asks the gateway when the turn has come (docs/protocol.md section 8). Never throws for what the gateway does or does not do. */
	async ask<Name extends QuestionName>(name: Name, input: InputOf<Name>): Promise<AccountReply<AnswerOf<Name>>> {
		await this.#pace.turn(this.#stopped);
		return await askAccount(this.#gateway, name, input);
	}
}
