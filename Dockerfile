# Grades in a container, which holds the solutions: keep the image to yourselves. Build: docker build -t descent .
#
# With bubblewrap, which needs user namespaces that Docker's own filter refuses. --user makes what is written yours:
#   mkdir -p graded
#   docker run --rm --init --network none --security-opt seccomp=unconfined --user "$(id -u):$(id -g)" \
#     -e DESCENT_HIDDEN_SEED -v "$PWD/work:/work:ro" -v "$PWD/roster.csv:/roster.csv:ro" -v "$PWD/graded:/graded" \
#     descent batch /work --out /graded --roster /roster.csv --assignment 03-losses
# Where that is not allowed, as the container's root: submissions then run as another user (level permissions-uid), and
# what is written is root's. In the call above, instead of --security-opt and --user: --user root
# `docker run --rm descent doctor` says which level there is. See grader/class/export/README.md.
FROM node:22-bookworm-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends bubblewrap util-linux \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /descent
# Packages change less often than the rest.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
# What .dockerignore names.
COPY . .
# Bundles and the image that submissions' processes start from, so that a container needs to write nothing here, and
# whoever it runs as can read them.
RUN node grader/cli/bin.js --build \
  && (node grader/cli/bin.js doctor --plain || true) \
  && chmod -R a+rX .descent/cache \
  && rm -rf .descent/cache/assignments \
  && mkdir -p /out && chown node:node /out

ENV NO_COLOR=1
USER node
ENTRYPOINT ["node", "grader/cli/bin.js"]
CMD ["--help"]
