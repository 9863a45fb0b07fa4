/** Given at each start rather than written down, so that a new release needs no edit of old clusters. */
export function settings(port: number, fast: boolean): string[] {
  const pairs = {
    ...{ port, listen_addresses: '127.0.0.1', unix_socket_directories: '' },
    ...{ max_connections: 100, shared_buffers: '64MB', jit: 'off', io_method: 'sync' },
    ...{ timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C', max_wal_size: '256MB' },
    ...(fast ? FORGETFUL : LOGGED),
  };
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** One file a weekday, begun anew each week: `postgres/log/postgresql-Mon.log`. */
const LOGGED = {
  ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  ...{ logging_collector: 'on', log_directory: 'log', log_filename: 'postgresql-%a.log' },
  ...{ log_rotation_age: '1d', log_rotation_size: 0, log_truncate_on_rotation: 'on' },
};

/** For tests: quick, worth nothing after a power cut, and with room for the servers of several test files at once. */
const FORGETFUL = {
  max_connections: 300,
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  ...{ wal_level: 'minimal', max_wal_senders: 0 },
};
