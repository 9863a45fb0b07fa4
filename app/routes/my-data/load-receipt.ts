import type { AppLoadContext } from '@remix-run/node';
import { notFound } from '~/errors';
import { type Receipt, receiptOf } from '~/privacy/queries/erasures';
import { parseReference } from '~/privacy/rules/erasure';

/** @throws AppError not_found for rubbish and for what never was */
export async function loadReceipt({ database }: AppLoadContext, address: string | undefined): Promise<Receipt> {
  const reference = parseReference(address);
  const found = reference && (await database.systemStatement((tx) => receiptOf(tx, reference)));
  if (!found) throw notFound();
  return found;
}
