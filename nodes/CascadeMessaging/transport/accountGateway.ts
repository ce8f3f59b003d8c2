import type { Account } from './account';
import type { GatewayContext } from './context';
import type { Patience } from './retrier';
import { Retrier } from './retrier';

/** How questions about an account are asked. */
export interface AccountSettings extends Patience {
	readonly timeoutSeconds: number;
}

/** The gateway as a run asks it about an account: the same for all questions of the run, which share what their retries found out. */
export interface AccountGateway {
	readonly context: GatewayContext;
	readonly account: Account;
	readonly settings: AccountSettings;
	readonly retrier: Retrier;
}

/** The gateway for the questions of one run. */
export function accountGateway(context: GatewayContext, account: Account, settings: AccountSettings): AccountGateway {
	return { context, account, settings, retrier: new Retrier(settings) };
}
