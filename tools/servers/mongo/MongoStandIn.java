// Speaks the MongoDB protocol to our tests where neither mongod nor Docker is to be had: a re-implementation, not MongoDB.
// Adds what the library lacks for current drivers, and refuses what it would silently get wrong.
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVStore;

public class MongoStandIn {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "findAndModify",
      "createIndexes", "dropIndexes", "deleteIndexes", "drop", "dropDatabase", "create", "renameCollection");

  /** `--port N` (0: any free one), `--file PATH` (absent: in memory), `--fsync` (force to disk before each answer). */
  public static void main(String[] args) throws Exception {
    int port = 0;
    String file = null;
    boolean fsync = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--port" -> port = Integer.parseInt(args[++i]);
        case "--file" -> file = args[++i];
        case "--fsync" -> fsync = true;
        default -> throw new IllegalArgumentException("unknown argument " + args[i]);
      }
    }
    MVStore.Builder builder = new MVStore.Builder();
    if (file != null) builder.fileName(file);
    MVStore store = builder.open();
    Backend backend = new Backend(store, file != null, file != null && fsync);
    backend.version(new MongoVersion() {
      public List<Integer> getVersionArray() { return List.of(5, 0, 0); }
      public int getWireVersion() { return 13; } // the library says 8; the driver wants at least 9
    });
    MongoServer server = new MongoServer(backend);
    server.bind(new InetSocketAddress("127.0.0.1", port));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    System.out.println("READY mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/?directConnection=true");
    // Whoever started it holds the other end of the pipe: it ends with him, however he ends.
    while (System.in.read() >= 0) { }
    System.exit(0);
  }

  static final class Backend extends H2Backend {
    private final MVStore store;
    private final boolean commitEach, fsync;
    private final Object lock = new Object();

    Backend(MVStore store, boolean commitEach, boolean fsync) {
      super(store);
      this.store = store;
      this.commitEach = commitEach;
      this.fsync = fsync;
    }

    @Override public Document handleMessage(MongoMessage message) {
      Document document = message.getDocument();
      String command = document.keySet().iterator().next();
      if (command.equals("hello"))
        return handleCommand(message.getChannel(), message.getDatabaseName(), "ismaster", document);
      String refusal = refusalOf(command, document);
      if (refusal != null) {
        boolean transaction = refusal.startsWith("Transaction");
        return new Document("ok", 0).append("errmsg", refusal)
            .append("code", transaction ? 20 : 115)
            .append("codeName", transaction ? "IllegalOperation" : "CommandNotSupported");
      }
      Document reply;
      // One command at a time, and the answer copied before the lock goes: the library puts its live stored documents
      // into answers, so that a later update would change an answer not yet sent.
      synchronized (lock) {
        reply = super.handleMessage(message).cloneDeeply();
        if (commitEach && WRITES.contains(command)) {
          commit();
          if (fsync) store.sync();
        }
      }
      if (command.equals("insert") && reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()
          && document.get("documents") instanceof Collection<?> sent) { // the library reports n = documents sent
        boolean ordered = !Boolean.FALSE.equals(document.get("ordered"));
        int first = ((Number) ((Document) errors.get(0)).get("index")).intValue();
        reply.put("n", ordered ? first : sent.size() - errors.size());
      }
      return reply;
    }

    @Override public Document handleCommand(Channel channel, String database, String command, Document query) {
      Document reply = super.handleCommand(channel, database, command, query);
      if (command.equalsIgnoreCase("ismaster")) {
        reply.put("isWritablePrimary", true);
        reply.put("helloOk", true);
        reply.put("logicalSessionTimeoutMinutes", 30); // sessions are accepted; they carry no state here
      }
      return reply;
    }

    private String refusalOf(String command, Document document) {
      if (document.containsKey("startTransaction") || Boolean.FALSE.equals(document.get("autocommit")))
        return "Transaction numbers are only allowed on a replica set member or mongos"; // as a lone mongod says
      if (document.containsKey("collation")) return "stand-in: collation is not supported";
      if (command.equals("create")) for (String key : List.of("validator", "capped", "timeseries", "viewOn"))
        if (document.containsKey(key) && !Boolean.FALSE.equals(document.get(key)))
          return "stand-in: create with " + key + " is not supported";
      if (command.equals("aggregate") && document.get("pipeline") instanceof Collection<?> stages)
        for (Object stage : stages) for (String key : ((Document) stage).keySet())
          if (Set.of("$out", "$merge", "$graphLookup", "$changeStream").contains(key))
            return "stand-in: " + key + " is not supported";
      for (String place : List.of("projection", "fields"))
        if (document.get(place) instanceof Document projection
            && projection.keySet().stream().anyMatch(key -> key.endsWith(".$")))
          return "stand-in: positional projection is not supported";
      if (command.equals("createIndexes") && document.get("indexes") instanceof Collection<?> list)
        for (Object one : list) {
          Map<?, ?> index = (Document) one;
          for (String key : List.of("partialFilterExpression", "collation", "wildcardProjection", "expireAfterSeconds"))
            if (index.containsKey(key)) return "stand-in: index option " + key + " is not supported";
          if (index.get("key") instanceof Document key && key.values().stream().anyMatch(value -> value instanceof String))
            return "stand-in: text, hashed and geo indexes are not supported";
        }
      return null;
    }
  }
}
