/** Headings of each document, in its order: what a table of its figures has to go through. */
// prettier-ignore
export const outlines: Readonly<Record<string, readonly string[]>> = {
  '000': [
    'Overview', 'MongoDB Deployment: Installation', 'MongoDB Deployment: Values File', 'MongoDB Deployment: Connection String',
    'Kafka Deployment: Installation', 'Kafka Deployment: Values File', 'Kafka Deployment: Create Topics',
    'Temporal Deployment: Installation', 'Temporal Deployment: Values File', 'Temporal Deployment: Create Namespace',
    'Complete Deployment Order', 'Minimum Cluster Requirements', 'Production Cluster Requirements', 'Monitoring',
    'Backup and Recovery', 'Troubleshooting', 'Cleanup',
  ],
  '001': [
    'Infrastructure Overview', 'Network Architecture', 'Application Services', 'Infrastructure Components', 'Service Mesh',
    'Storage Architecture', 'Security Architecture', 'High Availability', 'Disaster Recovery', 'Related Diagrams',
    'Left open by both documents',
  ],
  '002': [
    'Charts', 'Directory Structure', 'Prerequisites', 'Install a Chart', 'Upgrade a Chart', 'Uninstall a Chart', 'Secrets Management',
    'Environment-Specific Configuration', 'Key Configuration Options: API Gateway', 'Key Configuration Options: Order Command Service',
    'Key Configuration Options: Order Query Service', 'Features: High Availability', 'Features: Security', 'Features: Observability',
    'Features: Ingress', 'Monitoring', 'Troubleshooting: Database Connection Issues', 'Troubleshooting: Kafka Connection Issues',
    'Best Practices', 'Next Steps', 'Left open by the document',
  ],
  '003': [
    'Infrastructure Requirements', 'Resource Requirements', 'Network Requirements', 'PostgreSQL Configuration',
    'Connection Pool Settings', 'Database Migration', 'Topic Configuration', 'Consumer Group Configuration', 'Environment Variables',
    'Production Configuration', 'Namespace Setup', 'ConfigMap', 'Deployment', 'Service', 'Ingress', 'Prometheus Configuration',
    'Grafana Dashboards', 'Alert Rules', 'Horizontal Pod Autoscaling', 'Kafka Consumer Scaling', 'Database Scaling',
    'TLS Configuration', 'Network Policies', 'Database Backup', 'Disaster Recovery', 'Troubleshooting', 'JVM Tuning',
    'Database Tuning', 'Left open by the document',
  ],
  '004': [
    'Executive Summary', '1. API Gateway - Kong', '2. Message Bus - Apache Kafka', 'Topics: Work Order Service',
    'Topics: Quality Service', 'Topics: Material Service', 'Topics: Traceability Service', 'Topics: Resource Service',
    'Topics: Integration Service', 'Topics: Reporting Service', 'Topics: System-wide', 'Topic Configuration',
    '3. Distributed Tracing - Jaeger', '4. Centralized Logging - Elasticsearch', '4. Centralized Logging - Logstash',
    '4. Centralized Logging - Kibana', '5. Metrics & Monitoring - Prometheus', '5. Metrics & Monitoring - Grafana',
    '6. Caching - Redis', 'Local Development Deployment', 'Production Deployment (Kubernetes)', 'Service Communication Patterns',
    'Observability', 'Technology Stack Summary', 'Architecture Diagram', 'Expected Throughput', 'Resource Requirements: Development',
    'Resource Requirements: Production', 'Security: API Gateway', 'Security: Kafka', 'Security: Secrets Management',
    'Security: Network Security', 'Acceptance Criteria', 'Next Steps', 'Troubleshooting', 'Left open by the document',
  ],
};
