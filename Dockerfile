# Grades in a container, which holds the solutions: keep the image to yourselves. Build: docker build -t descent .
#
# With bubblewrap, which needs user namespaces that Docker's own filter refuses:
#   docker run --rm --init --network none --security-opt seccomp=unconfined -e DESCENT_HIDDEN_SEED \
#     -v "$PWD/submissions:/submissions:ro" -v "$PWD/out:/out" descent batch /submissions --out /out
# Where that is not allowed, as the container's root: submissions then run as another user (level permissions-uid):
#   docker run --rm --init --network none --user root -e DESCENT_HIDDEN_SEED … descent batch /submissions --out /out
# `docker run --rm descent doctor` says which level there is. See grader/class/export/README.md.
FROM node:22-bookworm-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends bubblewrap util-linux \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /descent
# Packages change less often than the rest.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY . .
# Bundles and the image that submissions' processes start from, so that a container needs to write nothing here.
RUN node grader/cli/bin.js --build \
  && (node grader/cli/bin.js doctor --plain || true) \
  && mkdir -p /out && chown node:node /out

ENV NO_COLOR=1
USER node
ENTRYPOINT ["node", "grader/cli/bin.js"]
CMD ["--help"]
